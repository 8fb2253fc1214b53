import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

export type Brought = Output<'register.families'>['rows'][number]

export interface Families {
  readonly seen: Leafed<Output<'register.families'>, Refusal<'register.families'>>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** Whom their families brought in, for the moderator and the recorder to look through. */
export const createFamilies = (call: Client): StoreApi<Families> =>
  createStore<Families>((set, get) =>
    leafing(
      { set, get },
      (after: After) => call('register.families', after),
      (view, further) => ({ ...view, rows: joined(view.rows, further.rows) }),
    ),
  )
