import { createStore } from 'zustand/vanilla'
import type { Input, Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Show = Input<'topic.list'>['show']
export type Category = Exclude<Input<'topic.list'>['category'], undefined>
export type Card = Output<'topic.list'>['topics'][number]

export type Listing =
  | { readonly at: 'loading' }
  | {
      readonly at: 'shown'
      readonly topics: readonly Card[]
      readonly next: string | null
      readonly now: number
      readonly more: 'idle' | 'loading' | 'failed'
      readonly offline: boolean
    }
  | { readonly at: 'refused'; readonly refusal: Refusal<'topic.list'> }
  | { readonly at: 'failed' }

export interface TopicList {
  readonly show: Show
  readonly category: Category | null
  readonly listing: Listing
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

const freshOver = (fresh: readonly Card[], old: readonly Card[]): readonly Card[] => {
  const known = new Set(fresh.map(({ id }) => id))
  return [...fresh, ...old.filter(({ id }) => !known.has(id))]
}

export const createTopicList = (call: Client) =>
  createStore<TopicList>((set, get) => {
    // An answer for a filter that was left behind meanwhile must not be shown under the new one.
    let asked = 0
    const onTheWay = new Set<string>()

    async function load(keep: boolean) {
      const { show, category, listing } = get()
      const ticket = ++asked
      const shown = keep && listing.at === 'shown' ? listing : null
      if (!shown) set({ listing: { at: 'loading' }, supportSays: null })
      try {
        const reply = await call('topic.list', { show, ...(category ? { category } : {}) })
        if (ticket !== asked) return
        if (!reply.ok) return set({ listing: { at: 'refused', refusal: reply.refusal } })
        const { topics, next, now } = reply.value
        const further = shown !== null && shown.topics.length > topics.length && next !== null
        set({
          listing: {
            at: 'shown',
            topics: further ? freshOver(topics, shown.topics) : topics,
            next: further ? shown.next : next,
            now,
            more: 'idle',
            offline: false,
          },
        })
      } catch {
        if (ticket === asked) set({ listing: shown ? { ...shown, offline: true } : { at: 'failed' } })
      }
    }

    const patch = (id: string, change: Partial<Card>, says: TopicList['supportSays']) => {
      const { listing } = get()
      if (listing.at === 'shown')
        set({
          listing: { ...listing, topics: listing.topics.map(card => (card.id === id ? { ...card, ...change } : card)) },
          supportSays: says,
        })
    }

    return {
      show: 'running',
      category: null,
      listing: { at: 'loading' },
      supportSays: null,
      async choose(show, category) {
        set({ show, category })
        await load(false)
      },
      refresh: () => load(true),
      heard: () => set({ supportSays: null }),
      async more() {
        const { show, category, listing } = get()
        if (listing.at !== 'shown' || listing.next === null || listing.more === 'loading') return
        const ticket = asked
        set({ listing: { ...listing, more: 'loading' } })
        try {
          const reply = await call('topic.list', { show, ...(category ? { category } : {}), after: listing.next })
          const now = get().listing
          if (ticket !== asked || now.at !== 'shown') return
          set({
            listing: reply.ok
              ? { ...now, topics: freshOver(now.topics, reply.value.topics), next: reply.value.next, more: 'idle' }
              : { ...now, more: 'failed' },
          })
        } catch {
          const now = get().listing
          if (ticket === asked && now.at === 'shown') set({ listing: { ...now, more: 'failed', offline: true } })
        }
      },
      async support(id) {
        const { listing } = get()
        const card = listing.at === 'shown' ? listing.topics.find(topic => topic.id === id) : undefined
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
