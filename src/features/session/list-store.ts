import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type SessionCard = Output<'session.list'>['sessions'][number]
export type When = 'coming' | 'past'
export type Listed =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | {
      readonly at: 'shown'
      readonly sessions: readonly SessionCard[]
      readonly now: number
      readonly next: string | null
      readonly more: 'ready' | 'loading' | 'failed'
    }

export interface SessionList {
  readonly when: When
  readonly listed: Listed
  show(when: When): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** The sessions coming, soonest first, and those past. */
export function createSessionList(call: Client): StoreApi<SessionList> {
  return createStore<SessionList>((set, get) => ({
    when: 'coming',
    listed: { at: 'loading' },
    async show(when) {
      if (when === get().when) return
      set({ when, listed: { at: 'loading' } })
      await get().refresh()
    },
    async refresh() {
      const { when } = get()
      const reply = await call('session.list', { show: when }).catch(() => null)
      set(state => {
        if (state.when !== when) return {}
        if (!reply?.ok) return state.listed.at === 'shown' ? {} : { listed: { at: 'failed' } }
        return { listed: { at: 'shown', ...reply.value, more: 'ready' } }
      })
    },
    async more() {
      const { when, listed } = get()
      if (listed.at !== 'shown' || listed.next === null || listed.more === 'loading') return
      set({ listed: { ...listed, more: 'loading' } })
      const reply = await call('session.list', { show: when, after: listed.next }).catch(() => null)
      set(state => {
        // Meanwhile refreshed, or the other list is open: what came belongs to neither.
        if (state.when !== when || state.listed.at !== 'shown' || state.listed.next !== listed.next) return {}
        if (!reply?.ok) return { listed: { ...state.listed, more: 'failed' } }
        return {
          listed: {
            at: 'shown',
            sessions: [...state.listed.sessions, ...reply.value.sessions],
            now: reply.value.now,
            next: reply.value.next,
            more: 'ready',
          },
        }
      })
    },
  }))
}
