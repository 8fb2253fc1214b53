import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

export type Entry = Output<'case.log'>['entries'][number]

export interface CaseLog {
  readonly seen: Leafed<Output<'case.log'>, Refusal<'case.log'>>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** What was put away, by whom and why; newest first. */
export const createCaseLog = (call: Client): StoreApi<CaseLog> =>
  createStore<CaseLog>((set, get) =>
    leafing(
      { set, get },
      (after: After) => call('case.log', after),
      (view, further) => ({ ...view, entries: joined(view.entries, further.entries) }),
    ),
  )
