import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

type View = Output<'message.list'>
export type Message = View['messages'][number]

export interface Messages {
  readonly seen: Leafed<View>
  refresh(): Promise<void>
  more(): Promise<void>
  /** Marked on screen at once; the village is told at the next refresh, so that a tap costs no call on its way to a vote. */
  read(ids: readonly string[]): void
}

/** What the village told this person, newest first. */
export function createMessages(call: Client): StoreApi<Messages> {
  let untold: readonly string[] = []
  return createStore<Messages>((set, get) => ({
    ...leafing(
      { set, get },
      async (after: After) => {
        const telling = untold.slice(0, 50)
        if (telling.length === 0 || after.after !== undefined) return call('message.list', after)
        // What does not get through is unread again in the list that follows, and true.
        untold = untold.slice(50)
        await call('message.read', { ids: [...telling] }).catch(() => null)
        return call('message.list', {})
      },
      (view, further) => ({ ...view, messages: joined(view.messages, further.messages) }),
      { tells: [] },
    ),
    read(ids) {
      const { seen } = get()
      if (seen.at !== 'shown') return
      const { view } = seen
      const fresh = view.messages.filter(message => ids.includes(message.id) && !message.read).map(message => message.id)
      if (fresh.length === 0) return
      untold = [...untold, ...fresh]
      set({
        seen: {
          ...seen,
          view: {
            ...view,
            unread: Math.max(0, view.unread - fresh.length),
            messages: view.messages.map(message => (fresh.includes(message.id) ? { ...message, read: true } : message)),
          },
        },
      })
    },
  }))
}
