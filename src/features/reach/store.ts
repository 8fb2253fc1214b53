import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/client'
import type { Figures, LedgerView } from './words'

export type Show = 'missing' | 'all'
export type Seen =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'reach.view'> }
  | { readonly at: 'shown'; readonly view: LedgerView; readonly figures: Figures; readonly more: 'more' | 'loading' | 'failed'; readonly stale: boolean }

export type Assigning =
  | { readonly at: 'idle' }
  | { readonly at: 'choosing'; readonly group: number; readonly workerId: string | null; readonly wrong: string | null }
  | { readonly at: 'sending'; readonly group: number; readonly workerId: string }
  | { readonly at: 'done'; readonly assigned: number }

export interface Ledger {
  readonly show: Show
  readonly seen: Seen
  readonly assigning: Assigning
  refresh(): Promise<void>
  choose(show: Show): Promise<void>
  more(): Promise<void>
  /** Opens the choice of who tells this group; its own grid worker is proposed. */
  give(group: number): void
  pick(workerId: string): void
  assign(): Promise<void>
  leave(): void
}

/** Who knows of a notice, and who is to tell the others. */
export function createLedger(noticeId: string, call: Client): StoreApi<Ledger> {
  let asked = 0
  return createStore<Ledger>((set, get) => {
    async function load(keep: boolean) {
      const ticket = ++asked
      const { seen, show } = get()
      const before = keep && seen.at === 'shown' ? seen : null
      if (!before) set({ seen: { at: 'loading' } })
      const reply = await call('reach.view', { noticeId, show }).catch(() => null)
      if (ticket !== asked) return
      if (!reply) return set({ seen: before ? { ...before, stale: true } : { at: 'failed' } })
      if (!reply.ok) return set({ seen: { at: 'refused', refusal: reply.refusal } })
      const { figures } = reply.value
      set({ seen: figures ? { at: 'shown', view: reply.value, figures, more: 'more', stale: false } : { at: 'failed' } })
    }
    return {
      show: 'missing', seen: { at: 'loading' }, assigning: { at: 'idle' },
      refresh: () => load(true),
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await load(false)
      },
      async more() {
        const { seen, show } = get()
        if (seen.at !== 'shown' || seen.view.next === null || seen.more === 'loading') return
        const ticket = asked
        set({ seen: { ...seen, more: 'loading' } })
        const reply = await call('reach.view', { noticeId, show, after: seen.view.next }).catch(() => null)
        if (ticket !== asked) return
        if (!reply?.ok) return set({ seen: { ...seen, more: 'failed' } })
        const known = new Set(seen.view.people.map(({ id }) => id))
        const people = [...seen.view.people, ...reply.value.people.filter(({ id }) => !known.has(id))]
        set({ seen: { ...seen, more: 'more', view: { ...seen.view, people, next: reply.value.next } } })
      },
      give(group) {
        const { seen, assigning } = get()
        if (seen.at !== 'shown' || assigning.at === 'sending') return
        set({ assigning: { at: 'choosing', group, workerId: seen.figures.workers.find(worker => worker.group === group)?.id ?? null, wrong: null } })
      },
      pick(workerId) {
        const { assigning } = get()
        if (assigning.at === 'choosing') set({ assigning: { ...assigning, workerId, wrong: null } })
      },
      async assign() {
        const { assigning } = get()
        if (assigning.at !== 'choosing') return
        const { group, workerId } = assigning
        if (workerId === null) return set({ assigning: { ...assigning, wrong: '请选一位网格员' } })
        set({ assigning: { at: 'sending', group, workerId } })
        const reply = await call('reach.assign', { noticeId, workerId, group }).catch(() => null)
        if (!reply?.ok) return set({ assigning: { at: 'choosing', group, workerId, wrong: reply ? refusalWords[reply.refusal] : '网络不好，没有送到，请再试一次' } })
        set({ assigning: { at: 'done', assigned: reply.value.assigned } })
        await load(true)
      },
      leave() {
        if (get().assigning.at !== 'sending') set({ assigning: { at: 'idle' } })
      },
    }
  })
}
