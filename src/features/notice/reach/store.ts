import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { grant } from '@/domain/ground/decision'
import { NoAnswer, type Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'
import type { Figures, LedgerView } from './words'

export type Show = 'missing' | 'all'

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
  readonly seen: Leafed<LedgerView & { readonly figures: Figures }, Refusal<'reach.view'>>
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
  return createStore<Ledger>((set, get) => {
    const ledger = leafing(
      { set, get },
      async (after: After) => {
        const reply = await call('reach.view', { noticeId, show: get().show, ...after })
        if (!reply.ok) return reply
        const { seen } = get()
        // They come with the first page.
        const figures = reply.value.figures ?? (after.after !== undefined && seen.at === 'shown' ? seen.view.figures : null)
        if (!figures) throw new NoAnswer('no figures')
        return grant({ ...reply.value, figures })
      },
      (view, further) => ({ ...view, people: joined(view.people, further.people) }),
    )
    return {
      ...ledger,
      show: 'missing',
      assigning: { at: 'idle' },
      refresh: () => (get().seen.at === 'shown' ? ledger.refresh() : ledger.anew()),
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await ledger.anew()
      },
      give(group) {
        const { seen, assigning } = get()
        if (seen.at !== 'shown' || assigning.at === 'sending') return
        set({
          assigning: {
            at: 'choosing',
            group,
            from: null,
            workerId: seen.view.figures.workers.find(worker => worker.group === group)?.id ?? null,
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
        await ledger.refresh()
      },
      leave() {
        if (get().assigning.at !== 'sending') set({ assigning: { at: 'idle' } })
      },
    }
  })
}
