import { createStore } from 'zustand/vanilla'
import type { Input, Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

export type Show = Input<'topic.list'>['show']
export type Category = Exclude<Input<'topic.list'>['category'], undefined>
export type Card = Output<'topic.list'>['topics'][number]

export interface TopicList {
  readonly show: Show
  readonly category: Category | null
  readonly seen: Leafed<Output<'topic.list'>, Refusal<'topic.list'>>
  /** Why the last tap on 附议 did not go through; null once another one did. */
  readonly supportSays: Refusal<'topic.support'> | 'no-answer' | null
  choose(show: Show, category: Category | null): Promise<void>
  /** Asks again for the first page; what was read further down stays. */
  refresh(): Promise<void>
  more(): Promise<void>
  support(id: string): Promise<void>
  /** What came of the last support has been read. */
  heard(): void
}

export const createTopicList = (call: Client) =>
  createStore<TopicList>((set, get) => {
    const onTheWay = new Set<string>()
    const list = leafing(
      { set, get },
      (after: After) => {
        const { show, category } = get()
        return call('topic.list', { show, ...(category ? { category } : {}), ...after })
      },
      (view, further) => ({ ...view, topics: joined(view.topics, further.topics) }),
      { rows: ({ topics }) => topics.length },
    )

    const patch = (id: string, change: Partial<Card>, says: TopicList['supportSays']) => {
      const { seen } = get()
      if (seen.at === 'shown')
        set({
          seen: { ...seen, view: { ...seen.view, topics: seen.view.topics.map(card => (card.id === id ? { ...card, ...change } : card)) } },
          supportSays: says,
        })
    }

    return {
      ...list,
      show: 'running',
      category: null,
      supportSays: null,
      async choose(show, category) {
        set({ show, category, supportSays: null })
        await list.anew()
      },
      async refresh() {
        if (get().seen.at === 'shown') return list.refresh()
        set({ supportSays: null })
        await list.anew()
      },
      heard: () => set({ supportSays: null }),
      async support(id) {
        const { seen } = get()
        const card = seen.at === 'shown' ? seen.view.topics.find(topic => topic.id === id) : undefined
        if (!card || onTheWay.has(id)) return
        onTheWay.add(id)
        const on = !card.supported
        const supports = card.supports + (on ? 1 : -1)
        patch(id, { supported: on, supports }, null)
        try {
          const reply = await call(on ? 'topic.support' : 'topic.unsupport', { id })
          if (!reply.ok) patch(id, { supported: card.supported, supports: card.supports }, reply.refusal)
          else if (reply.value.supports !== supports) patch(id, { supports: reply.value.supports }, null)
        } catch {
          // It may have arrived; saying it again is harmless, so the button goes back to where it was.
          patch(id, { supported: card.supported, supports: card.supports }, 'no-answer')
        } finally {
          onTheWay.delete(id)
        }
      },
    }
  })
