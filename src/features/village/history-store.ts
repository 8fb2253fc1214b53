import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

type View = Output<'settings.history'>
export type Change = View['changes'][number]
export interface History {
  readonly seen: Leafed<View>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** Who changed what, newest first. */
export const createHistory = (call: Client): StoreApi<History> =>
  createStore<History>((set, get) =>
    leafing(
      { set, get },
      (after: After) => call('settings.history', after),
      (view, further) => ({ ...view, changes: joined(view.changes, further.changes) }),
      { tells: [] },
    ),
  )
