import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Entry = Output<'case.log'>['entries'][number]
export type Listed =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'case.log'> }
  | {
      readonly at: 'shown'
      readonly entries: readonly Entry[]
      readonly now: number
      readonly next: string | null
      readonly more: 'ready' | 'loading' | 'failed'
    }

export interface CaseLog {
  readonly listed: Listed
  refresh(): Promise<void>
  more(): Promise<void>
}

/** What was put away, by whom and why; newest first. */
export function createCaseLog(call: Client): StoreApi<CaseLog> {
  return createStore<CaseLog>((set, get) => ({
    listed: { at: 'loading' },
    async refresh() {
      const reply = await call('case.log', {}).catch(() => null)
      if (!reply) return get().listed.at === 'shown' ? undefined : set({ listed: { at: 'failed' } })
      set({ listed: reply.ok ? { at: 'shown', ...reply.value, more: 'ready' } : { at: 'refused', refusal: reply.refusal } })
    },
    async more() {
      const { listed } = get()
      if (listed.at !== 'shown' || listed.next === null || listed.more === 'loading') return
      set({ listed: { ...listed, more: 'loading' } })
      const reply = await call('case.log', { after: listed.next }).catch(() => null)
      set(state => {
        // Refreshed meanwhile: what came belongs to a list that is gone.
        if (state.listed.at !== 'shown' || state.listed.next !== listed.next) return {}
        if (!reply?.ok) return { listed: { ...state.listed, more: 'failed' } }
        return {
          listed: { ...state.listed, entries: [...state.listed.entries, ...reply.value.entries], next: reply.value.next, more: 'ready' },
        }
      })
    },
  }))
}
