import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Change = Output<'settings.history'>['changes'][number]
export interface History {
  readonly seen:
    | { readonly at: 'loading' | 'failed' }
    | {
        readonly at: 'shown'
        readonly changes: readonly Change[]
        readonly next: string | null
        readonly now: number
        readonly more: 'ready' | 'loading' | 'failed'
      }
  refresh(): Promise<void>
  more(): Promise<void>
}

/** Who changed what, newest first. */
export const createHistory = (call: Client): StoreApi<History> =>
  createStore<History>((set, get) => ({
    seen: { at: 'loading' },
    async refresh() {
      const reply = await call('settings.history', {}).catch(() => null)
      if (reply?.ok) set({ seen: { at: 'shown', ...reply.value, more: 'ready' } })
      else if (get().seen.at !== 'shown') set({ seen: { at: 'failed' } })
    },
    async more() {
      const { seen } = get()
      if (seen.at !== 'shown' || seen.next === null || seen.more === 'loading') return
      set({ seen: { ...seen, more: 'loading' } })
      const reply = await call('settings.history', { after: seen.next }).catch(() => null)
      set(({ seen: now }) => {
        if (now.at !== 'shown' || now.next !== seen.next) return {} // looked again meanwhile
        return {
          seen: reply?.ok
            ? { ...now, changes: [...now.changes, ...reply.value.changes], next: reply.value.next, more: 'ready' }
            : { ...now, more: 'failed' },
        }
      })
    },
  }))
