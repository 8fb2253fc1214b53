import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

type View = Output<'session.list'>
export type SessionCard = View['sessions'][number]
export type When = 'coming' | 'past'

export interface SessionList {
  readonly when: When
  readonly seen: Leafed<View>
  show(when: When): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** The sessions coming, soonest first, and those past. */
export const createSessionList = (call: Client): StoreApi<SessionList> =>
  createStore<SessionList>((set, get) => {
    const list = leafing(
      { set, get },
      (after: After) => call('session.list', { show: get().when, ...after }),
      (view, further) => ({ ...view, sessions: joined(view.sessions, further.sessions) }),
      { tells: [] },
    )
    return {
      ...list,
      when: 'coming',
      async show(when) {
        if (when === get().when) return
        set({ when })
        await list.anew()
      },
    }
  })
