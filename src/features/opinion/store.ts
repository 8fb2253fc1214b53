import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

export type Collected = Output<'opinion.mine'>['opinions'][number]

export interface CollectedList {
  readonly seen: Leafed<Output<'opinion.mine'>, Refusal<'opinion.mine'>>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** What a special member collected, and what became of each. */
export const createCollected = (call: Client): StoreApi<CollectedList> =>
  createStore<CollectedList>((set, get) =>
    leafing(
      { set, get },
      (after: After) => call('opinion.mine', after),
      (view, further) => ({ ...view, opinions: joined(view.opinions, further.opinions) }),
      { rows: ({ opinions }) => opinions.length },
    ),
  )
