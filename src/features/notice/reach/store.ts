import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { createReading, joined } from '@/platform/voice/reading'
import type { Figures, LedgerView } from './words'

export type Show = 'missing' | 'all'
export type Seen =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'reach.view'> }
  | {
      readonly at: 'shown'
      readonly view: LedgerView
      readonly figures: Figures
      readonly more: 'more' | 'loading' | 'failed'
      readonly stale: boolean
    }

export type Holder = Pick<Figures['workers'][number], 'id' | 'name'>

export type Assigning =
  | { readonly at: 'idle' }
  /** `from`: whose people they are now; null: nobody's yet. */
  | {
      readonly at: 'choosing'
      readonly group: number
      readonly from: Holder | null
      readonly workerId: string | null
      readonly wrong: string | null
    }
  | { readonly at: 'sending'; readonly group: number; readonly from: Holder | null; readonly workerId: string }
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
  /** Opens the choice of who takes over a group's people from the worker who has them. */
  handOver(group: number, from: Holder): void
  pick(workerId: string): void
  assign(): Promise<void>
  leave(): void
}

/** Who knows of a notice, and who is to tell the others. */
export function createLedger(noticeId: string, call: Client): StoreApi<Ledger> {
  const reading = createReading()
  return createStore<Ledger>((set, get) => {
    async function load(keep: boolean) {
      const { seen, show } = get()
      const reply = await reading.read(
        keep && seen.at === 'shown' ? seen : null,
        seen => set({ seen }),
        () => call('reach.view', { noticeId, show }),
      )
      if (!reply) return
      if (!reply.ok) return set({ seen: { at: 'refused', refusal: reply.refusal } })
      const { figures } = reply.value
      set({ seen: figures ? { at: 'shown', view: reply.value, figures, more: 'more', stale: false } : { at: 'failed' } })
    }
    return {
      show: 'missing',
      seen: { at: 'loading' },
      assigning: { at: 'idle' },
      refresh: () => load(true),
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await load(false)
      },
      async more() {
        const { seen, show } = get()
        if (seen.at !== 'shown' || seen.view.next === null || seen.more === 'loading') return
        const current = reading.watch()
        set({ seen: { ...seen, more: 'loading' } })
        const reply = await call('reach.view', { noticeId, show, after: seen.view.next }).catch(() => null)
        if (!current()) return
        if (!reply?.ok) return set({ seen: { ...seen, more: 'failed' } })
        set({
          seen: {
            ...seen,
            more: 'more',
            view: { ...seen.view, people: joined(seen.view.people, reply.value.people), next: reply.value.next },
          },
        })
      },
      give(group) {
        const { seen, assigning } = get()
        if (seen.at !== 'shown' || assigning.at === 'sending') return
        set({
          assigning: {
            at: 'choosing',
            group,
            from: null,
            workerId: seen.figures.workers.find(worker => worker.group === group)?.id ?? null,
            wrong: null,
          },
        })
      },
      handOver(group, from) {
        if (get().assigning.at !== 'sending') set({ assigning: { at: 'choosing', group, from, workerId: null, wrong: null } })
      },
      pick(workerId) {
        const { assigning } = get()
        if (assigning.at === 'choosing') set({ assigning: { ...assigning, workerId, wrong: null } })
      },
      async assign() {
        const { assigning } = get()
        if (assigning.at !== 'choosing') return
        const { group, from, workerId } = assigning
        if (workerId === null) return set({ assigning: { ...assigning, wrong: '请选一位网格员' } })
        set({ assigning: { at: 'sending', group, from, workerId } })
        const reply = await (from === null
          ? call('reach.assign', { noticeId, workerId, group }).then(given =>
              given.ok ? { ok: true as const, assigned: given.value.assigned } : given,
            )
          : call('reach.handOver', { noticeId, group, fromId: from.id, toId: workerId }).then(given =>
              given.ok ? { ok: true as const, assigned: given.value.given } : given,
            )
        ).catch(() => null)
        if (!reply?.ok)
          return set({
            assigning: {
              at: 'choosing',
              group,
              from,
              workerId,
              wrong: reply ? refusalWords[reply.refusal] : '网络不好，没有送到，请再试一次',
            },
          })
        set({ assigning: { at: 'done', assigned: reply.assigned } })
        await load(true)
      },
      leave() {
        if (get().assigning.at !== 'sending') set({ assigning: { at: 'idle' } })
      },
    }
  })
}
