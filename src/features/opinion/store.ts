import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Collected = Output<'opinion.mine'>['opinions'][number]

export type Mine =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'opinion.mine'> }
  | {
      readonly at: 'shown'
      readonly opinions: readonly Collected[]
      readonly next: string | null
      readonly total: number
      readonly now: number
      readonly more: 'idle' | 'loading' | 'failed'
      readonly stale: boolean
    }

export interface CollectedList {
  readonly mine: Mine
  refresh(): Promise<void>
  more(): Promise<void>
}

const joined = (first: readonly Collected[], then: readonly Collected[]): readonly Collected[] => {
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...then.filter(({ id }) => !known.has(id))]
}

/** What a special member collected, and what became of each. */
export const createCollected = (call: Client): StoreApi<CollectedList> =>
  createStore<CollectedList>((set, get) => ({
    mine: { at: 'loading' },
    async refresh() {
      const reply = await call('opinion.mine', {}).catch(() => null)
      const { mine } = get()
      const before = mine.at === 'shown' ? mine : null
      if (!reply) return set({ mine: before ? { ...before, stale: true } : { at: 'failed' } })
      if (!reply.ok) return set({ mine: { at: 'refused', refusal: reply.refusal } })
      const { opinions, next, total, now } = reply.value
      const further = before !== null && before.opinions.length > opinions.length && next !== null
      set({
        mine: {
          at: 'shown',
          opinions: further ? joined(opinions, before.opinions) : opinions,
          next: further ? before.next : next,
          total,
          now,
          more: 'idle',
          stale: false,
        },
      })
    },
    async more() {
      const { mine } = get()
      if (mine.at !== 'shown' || mine.next === null || mine.more === 'loading') return
      set({ mine: { ...mine, more: 'loading' } })
      const reply = await call('opinion.mine', { after: mine.next }).catch(() => null)
      const now = get().mine
      if (now.at !== 'shown') return
      set({
        mine: reply?.ok
          ? { ...now, opinions: joined(now.opinions, reply.value.opinions), next: reply.value.next, more: 'idle' }
          : { ...now, more: 'failed' },
      })
    },
  }))
