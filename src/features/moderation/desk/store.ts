import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

export type DeskView = Output<'desk.view'>
export type Item = DeskView['items'][number]
export type Waiting = DeskView['cases'][number]
export type Show = 'waiting' | 'running'

export interface Bench {
  readonly show: Show
  readonly seen: Leafed<DeskView, Refusal<'desk.view'>>
  choose(show: Show): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
  /** A case was judged: it leaves the list at once. */
  judged(id: string): void
}

/** What waits for the people who run the hall. */
export function createBench(call: Client): StoreApi<Bench> {
  return createStore<Bench>((set, get) => {
    const desk = leafing(
      { set, get },
      (after: After) => call('desk.view', { show: get().show, ...after }),
      (view, further) => ({ ...view, items: joined(view.items, further.items) }),
    )
    return {
      ...desk,
      show: 'waiting',
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await desk.anew()
      },
      refresh: () => (get().seen.at === 'shown' ? desk.refresh() : desk.anew()),
      judged(id) {
        const { seen } = get()
        if (seen.at === 'shown') set({ seen: { ...seen, view: { ...seen.view, cases: seen.view.cases.filter(one => one.id !== id) } } })
      },
    }
  })
}
