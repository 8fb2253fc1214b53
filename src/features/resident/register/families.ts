import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Brought = Output<'register.families'>['rows'][number]

export interface Families {
  readonly seen:
    | { readonly at: 'loading' | 'failed' | 'closed' }
    | {
        readonly at: 'shown'
        readonly rows: readonly Brought[]
        readonly next: string | null
        readonly now: number
        readonly more: 'ready' | 'loading' | 'failed'
      }
  refresh(): Promise<void>
  more(): Promise<void>
}

/** Whom their families brought in, for the hall to look through. */
export const createFamilies = (call: Client): StoreApi<Families> =>
  createStore<Families>((set, get) => ({
    seen: { at: 'loading' },
    async refresh() {
      const reply = await call('register.families', {}).catch(() => null)
      if (reply?.ok) return set({ seen: { at: 'shown', ...reply.value, more: 'ready' } })
      set(({ seen }) => ({ seen: reply ? { at: 'closed' } : seen.at === 'shown' ? seen : { at: 'failed' } }))
    },
    async more() {
      const { seen } = get()
      if (seen.at !== 'shown' || seen.next === null || seen.more === 'loading') return
      set({ seen: { ...seen, more: 'loading' } })
      const reply = await call('register.families', { after: seen.next }).catch(() => null)
      set(({ seen: now }) => {
        if (now.at !== 'shown' || now.more !== 'loading') return {} // looked again meanwhile
        return {
          seen: reply?.ok
            ? { ...now, rows: [...now.rows, ...reply.value.rows], next: reply.value.next, more: 'ready' }
            : { ...now, more: 'failed' },
        }
      })
    },
  }))
