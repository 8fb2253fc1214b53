import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Found = Output<'topic.similar'>['topics'][number]

export type Finding =
  | { readonly at: 'waiting' }
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'found'; readonly topics: readonly Found[] }

export interface TopicFinder {
  readonly words: string
  /** The title of the topic chosen, where it is not among those found. */
  readonly named: { readonly id: string; readonly title: string } | null
  readonly finding: Finding
  write(words: string): void
  /** Looks for what sounds like the words written; without any, for what sounds like the topic itself. */
  find(): Promise<void>
  name(id: string): Promise<void>
}

/** Finds the topic another one is to be merged into. */
export function createTopicFinder(
  self: { readonly id: string; readonly title: string; readonly where: string },
  call: Client,
): StoreApi<TopicFinder> {
  let asked = 0
  return createStore<TopicFinder>((set, get) => ({
    words: '',
    named: null,
    finding: { at: 'waiting' },
    write: words => set({ words }),
    async find() {
      const ticket = ++asked
      const words = get().words.trim()
      set({ finding: { at: 'loading' } })
      const reply = await call(
        'topic.similar',
        words === '' ? { text: self.title, where: self.where, not: self.id } : { text: words, not: self.id },
      ).catch(() => null)
      if (ticket === asked) set({ finding: reply?.ok ? { at: 'found', topics: reply.value.topics } : { at: 'failed' } })
    },
    async name(id) {
      const { named, finding } = get()
      if (named?.id === id || (finding.at === 'found' && finding.topics.some(topic => topic.id === id))) return
      const reply = await call('step.form', { id }).catch(() => null)
      if (reply?.ok) set({ named: { id, title: reply.value.title } })
    },
  }))
}
