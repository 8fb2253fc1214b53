import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Message = Output<'message.list'>['messages'][number]
export type Listed =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | {
      readonly at: 'shown'
      readonly messages: readonly Message[]
      readonly unread: number
      readonly now: number
      readonly next: string | null
      readonly more: 'ready' | 'loading' | 'failed'
    }

export interface Messages {
  readonly listed: Listed
  refresh(): Promise<void>
  more(): Promise<void>
  /** Marked on screen at once; the village is told at the next refresh, so that a tap costs no call on its way to a vote. */
  read(ids: readonly string[]): void
}

/** What the village told this person, newest first. */
export function createMessages(call: Client): StoreApi<Messages> {
  let untold: readonly string[] = []
  return createStore<Messages>((set, get) => ({
    listed: { at: 'loading' },
    async refresh() {
      const telling = untold.slice(0, 50)
      // What does not get through is unread again in the list that follows, and true.
      untold = untold.slice(50)
      if (telling.length > 0) await call('message.read', { ids: [...telling] }).catch(() => null)
      const reply = await call('message.list', {}).catch(() => null)
      set(({ listed }) =>
        reply?.ok ? { listed: { at: 'shown', ...reply.value, more: 'ready' } } : listed.at === 'shown' ? {} : { listed: { at: 'failed' } },
      )
    },
    async more() {
      const { listed } = get()
      if (listed.at !== 'shown' || listed.next === null || listed.more === 'loading') return
      set({ listed: { ...listed, more: 'loading' } })
      const reply = await call('message.list', { after: listed.next }).catch(() => null)
      set(state => {
        if (state.listed.at !== 'shown' || state.listed.next !== listed.next) return {}
        if (!reply?.ok) return { listed: { ...state.listed, more: 'failed' } }
        return { listed: { ...reply.value, at: 'shown', messages: [...state.listed.messages, ...reply.value.messages], more: 'ready' } }
      })
    },
    read(ids) {
      const { listed } = get()
      if (listed.at !== 'shown') return
      const fresh = listed.messages.filter(message => ids.includes(message.id) && !message.read).map(message => message.id)
      if (fresh.length === 0) return
      untold = [...untold, ...fresh]
      set({
        listed: {
          ...listed,
          unread: Math.max(0, listed.unread - fresh.length),
          messages: listed.messages.map(message => (fresh.includes(message.id) ? { ...message, read: true } : message)),
        },
      })
    },
  }))
}
