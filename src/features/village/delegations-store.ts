import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'
import { lost } from './words'

export type DelegationsView = Output<'delegation.list'>
export type Delegation = DelegationsView['delegations'][number]
export type Draft = Omit<Input<'delegation.record'>, 'form' | 'codes'> & {
  readonly form: Input<'delegation.record'>['form'] | null
  readonly codes: readonly string[]
}

export interface Delegations {
  readonly seen: Looked<DelegationsView>
  readonly draft: Draft | null
  /** The one being refused or taken back, with the reason. */
  readonly ending: { readonly one: Delegation; readonly how: 'decline' | 'revoke'; readonly reason: string } | null
  readonly wrong: string | null
  readonly busy: boolean
  readonly said: string | null
  refresh(): Promise<void>
  begin(): Promise<void>
  write(change: Partial<Draft>): void
  drop(): void
  record(): Promise<void>
  confirm(one: Delegation): Promise<void>
  end(one: Delegation, how: 'decline' | 'revoke'): void
  explain(reason: string): void
  finish(): Promise<void>
  say(words: string | null): void
}

/** 授权: reading them, recording one, turning the second key, taking one back. */
export const createDelegations = (call: Client, draw: () => Promise<string>): StoreApi<Delegations> =>
  createStore<Delegations>((set, get) => {
    const done = async (said: string) => {
      set({ busy: false, draft: null, ending: null, wrong: null, said })
      await get().refresh()
    }
    const failed = (refusal: keyof typeof refusalWords | undefined) => set({ busy: false, wrong: refusal ? refusalWords[refusal] : lost })
    return {
      ...looking({ set, get }, () => call('delegation.list', {}), []),
      draft: null,
      ending: null,
      wrong: null,
      busy: false,
      said: null,
      say: said => set({ said }),
      async begin() {
        const { seen } = get()
        const key = await draw()
        set({
          draft: { key, codes: [], validFrom: seen.at === 'shown' ? seen.view.today : '', validTo: '', grantedBy: '', form: null },
          wrong: null,
        })
      },
      write: change => set(({ draft }) => (draft ? { draft: { ...draft, ...change }, wrong: null } : {})),
      drop: () => {
        if (!get().busy) set({ draft: null, ending: null, wrong: null })
      },
      async record() {
        const { draft, busy } = get()
        if (!draft || busy) return
        if (draft.form === null) return set({ wrong: '请选是怎样授权的' })
        set({ busy: true })
        const reply = await call('delegation.record', {
          ...draft,
          codes: [...draft.codes] as Input<'delegation.record'>['codes'],
          form: draft.form,
        }).catch(() => null)
        if (reply?.ok) await done('记好了，等监督委员确认')
        else failed(reply?.refusal)
      },
      async confirm(one) {
        if (get().busy) return
        set({ busy: true })
        const reply = await call('delegation.confirm', { id: one.id, agrees: true, note: '' }).catch(() => null)
        if (reply?.ok) await done('确认了，从写明的那天起有效')
        else set({ busy: false, said: reply ? refusalWords[reply.refusal] : lost })
      },
      end: (one, how) => {
        if (!get().busy) set({ ending: { one, how, reason: '' }, wrong: null })
      },
      explain: reason => set(({ ending }) => (ending ? { ending: { ...ending, reason }, wrong: null } : {})),
      async finish() {
        const { ending, busy } = get()
        if (!ending || busy) return
        if (ending.reason.trim() === '') return set({ wrong: '请写一句为什么' })
        set({ busy: true })
        const reply = await (ending.how === 'decline'
          ? call('delegation.confirm', { id: ending.one.id, agrees: false, note: ending.reason })
          : call('delegation.revoke', { id: ending.one.id, reason: ending.reason })
        ).catch(() => null)
        if (reply?.ok) await done(ending.how === 'decline' ? '没有确认，记下来了' : '收回了，马上生效')
        else failed(reply?.refusal)
      },
    }
  })
