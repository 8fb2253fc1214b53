import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { createReading, joined } from '@/platform/voice/reading'

export type DeskView = Output<'desk.view'>
export type Item = DeskView['items'][number]
export type Waiting = DeskView['cases'][number]
export type Show = 'waiting' | 'running'

export type Desk =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'desk.view'> }
  /** `stale`: the last look found no network; what stands here is from before. */
  | { readonly at: 'shown'; readonly view: DeskView; readonly more: 'idle' | 'loading' | 'failed'; readonly stale: boolean }

export interface Bench {
  readonly show: Show
  readonly desk: Desk
  choose(show: Show): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
  /** A case was judged: it leaves the list at once. */
  judged(id: string): void
}

/** What waits for the people who run the hall. */
export function createBench(call: Client): StoreApi<Bench> {
  const reading = createReading()
  return createStore<Bench>((set, get) => {
    async function load(keep: boolean) {
      const { show, desk } = get()
      const reply = await reading.read(
        keep && desk.at === 'shown' ? desk : null,
        desk => set({ desk }),
        () => call('desk.view', { show }),
      )
      if (reply)
        set({ desk: reply.ok ? { at: 'shown', view: reply.value, more: 'idle', stale: false } : { at: 'refused', refusal: reply.refusal } })
    }

    return {
      show: 'waiting',
      desk: { at: 'loading' },
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await load(false)
      },
      refresh: () => load(true),
      async more() {
        const { show, desk } = get()
        if (desk.at !== 'shown' || desk.view.next === null || desk.more === 'loading') return
        const current = reading.watch()
        set({ desk: { ...desk, more: 'loading' } })
        const reply = await call('desk.view', { show, after: desk.view.next }).catch(() => null)
        const now = get().desk
        if (!current() || now.at !== 'shown') return
        if (!reply?.ok) return set({ desk: { ...now, more: 'failed' } })
        set({
          desk: { ...now, more: 'idle', view: { ...now.view, items: joined(now.view.items, reply.value.items), next: reply.value.next } },
        })
      },
      judged(id) {
        const { desk } = get()
        if (desk.at === 'shown') set({ desk: { ...desk, view: { ...desk.view, cases: desk.view.cases.filter(one => one.id !== id) } } })
      },
    }
  })
}
