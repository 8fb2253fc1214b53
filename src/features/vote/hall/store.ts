import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AnyRefusal, Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type HallVoteView = Output<'vote.hall'>
export type Unit = Output<'vote.find'>['units'][number]

export type Searching =
  | { readonly at: 'typing' }
  | { readonly at: 'asking' }
  | { readonly at: 'found'; readonly name: string; readonly units: readonly Unit[] }
  | { readonly at: 'refused'; readonly refusal: AnyRefusal }
  | { readonly at: 'failed' }

/** What is done for one unit, or for the whole vote. */
export type Act =
  | { readonly does: 'open' }
  | { readonly does: 'admit' | 'leave'; readonly unit: Unit }
  /** `key`: the paper's, drawn once, so that one given out twice is one, and one taken back twice takes no other. */
  | { readonly does: 'issue' | 'takeBack'; readonly unit: Unit; readonly key: string }
  /** `key`: so that one spoiled paper told twice is one. */
  | { readonly does: 'spoil'; readonly key: string; readonly reason: string }

export type Doing =
  | { readonly at: 'rest' }
  | { readonly at: 'asked'; readonly act: Act }
  | { readonly at: 'sending'; readonly act: Act }
  | { readonly at: 'refused'; readonly act: Act; readonly refusal: AnyRefusal }
  /** No answer came; the same act again is the same act. */
  | { readonly at: 'unsure'; readonly act: Act }

export interface HallVote {
  readonly seen: Looked<HallVoteView, Refusal<'vote.hall'>>
  readonly name: string
  readonly searching: Searching
  readonly doing: Doing
  /** What was done last, in words. */
  readonly said: string | null
  refresh(): Promise<void>
  type(name: string): void
  find(): Promise<void>
  /** Asks once more before what cannot be taken back; coming in is entered at once. */
  ask(act: Act): Promise<void>
  issue(unit: Unit): Promise<void>
  spoil(): Promise<void>
  reason(reason: string): void
  leave(): void
  go(): Promise<void>
  say(words: string | null): void
}

/** What was done, in a word: the name stands in it, for two people stand at the desk. */
export function doneWords(act: Act): string {
  switch (act.does) {
    case 'open':
      return '表决开始了'
    case 'admit':
      return `✓ ${act.unit.name} 登记到会了`
    case 'leave':
      return `✓ ${act.unit.name} 离场，记好了`
    case 'issue':
      return `✓ 一张纸质票发给 ${act.unit.name}`
    case 'takeBack':
      return `✓ ${act.unit.name} 的纸质票收回了，可以换别的方式投`
    case 'spoil':
      return '✓ 作废了一张，请换给他一张新的'
  }
}

/** One vote in a hall, on the screen of who runs it. */
export function createHallVote(motionId: string, { call, draw }: { readonly call: Client; draw(): Promise<string> }): StoreApi<HallVote> {
  return createStore<HallVote>((set, get) => {
    function send(act: Act) {
      switch (act.does) {
        case 'open':
          return call('vote.open', { motionId })
        case 'admit':
          return call('vote.admit', { motionId, unitId: act.unit.unitId })
        case 'leave':
          return call('vote.leave', { motionId, unitId: act.unit.unitId })
        case 'issue':
          return call('paper.issue', { key: act.key, motionId, unitId: act.unit.unitId })
        case 'takeBack':
          return call('paper.takeBack', { motionId, unitId: act.unit.unitId, paperId: act.key })
        case 'spoil':
          return call('paper.spoil', { key: act.key, motionId, reason: act.reason })
      }
    }
    return {
      ...looking({ set, get }, () => call('vote.hall', { motionId })),
      name: '',
      searching: { at: 'typing' },
      doing: { at: 'rest' },
      said: null,
      say: said => set({ said }),
      type: name => set({ name, searching: { at: 'typing' } }),
      async find() {
        const name = get().name.trim()
        if (name === '' || get().searching.at === 'asking') return
        set({ searching: { at: 'asking' } })
        const reply = await call('vote.find', { motionId, name }).catch(() => null)
        if (get().name.trim() !== name) return
        set({
          searching: !reply
            ? { at: 'failed' }
            : reply.ok
              ? { at: 'found', name, units: reply.value.units }
              : { at: 'refused', refusal: reply.refusal },
        })
      },
      async ask(act) {
        if (get().doing.at === 'sending') return
        set({ doing: { at: 'asked', act } })
        if (act.does === 'admit') await get().go()
      },
      async issue(unit) {
        await get().ask({ does: 'issue', unit, key: await draw() })
      },
      async spoil() {
        await get().ask({ does: 'spoil', key: await draw(), reason: '' })
      },
      reason(reason) {
        const { doing } = get()
        if ((doing.at === 'asked' || doing.at === 'refused') && doing.act.does === 'spoil')
          set({ doing: { at: 'asked', act: { ...doing.act, reason } } })
      },
      leave: () => {
        if (get().doing.at !== 'sending') set({ doing: { at: 'rest' } })
      },
      async go() {
        const { doing } = get()
        if (doing.at === 'rest' || doing.at === 'sending') return
        const { act } = doing
        set({ doing: { at: 'sending', act } })
        const reply = await send(act).catch(() => null)
        if (!reply) return set({ doing: { at: 'unsure', act } })
        if (!reply.ok) {
          set({ doing: { at: 'refused', act, refusal: reply.refusal } })
          return get().refresh()
        }
        set({ doing: { at: 'rest' }, said: doneWords(act) })
        await Promise.all([get().refresh(), 'unit' in act ? get().find() : undefined])
      },
    }
  })
}
