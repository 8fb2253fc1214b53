import { createStore } from 'zustand/vanilla'
import type { Input, Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type TopicView = Output<'topic.view'>
export type Rating = Omit<Input<'rating.give'>, 'id'>

export type Deed = 'support' | 'rate' | 'object'
type DeedRefusal = Refusal<'topic.support'> | Refusal<'rating.give'> | Refusal<'objection.file'>
/** What this person is doing on the page, one thing at a time. */
export type Doing =
  | { readonly at: 'nothing' }
  | { readonly at: 'sending'; readonly deed: Deed }
  | { readonly at: 'done'; readonly deed: Deed }
  | { readonly at: 'refused'; readonly deed: Deed; readonly refusal: DeedRefusal }
  | { readonly at: 'unsure'; readonly deed: Deed } // no answer: the same again is the same once

export interface TopicPage {
  readonly seen: Looked<TopicView, Refusal<'topic.view'>>
  readonly doing: Doing
  /** The round now being talked in; null where there was no answer. */
  load(id: string): Promise<number | null>
  support(): Promise<void>
  rate(rating: Rating): Promise<void>
  /** An objection to the posting; true once it is on record. */
  object(reason: string): Promise<boolean>
  /** What came of the last deed has been read. */
  heard(): void
}

export const createTopicPage = (call: Client, drawKey: () => Promise<string>) =>
  createStore<TopicPage>((set, get) => {
    let wanted = ''
    let objectionKey = ''
    const shown = () => {
      const { seen } = get()
      return seen.at === 'shown' ? seen : null
    }

    const page = looking({ set, get }, () => call('topic.view', { id: wanted }))

    async function load(id: string) {
      if (wanted === id && shown()) await page.refresh()
      else {
        wanted = id
        set({ doing: { at: 'nothing' } })
        await page.anew()
      }
      const now = shown()
      return now && !now.stale ? now.view.discussion.round : null
    }

    /** Sends one deed; whatever the answer, the page then shows how the topic stands. */
    async function perform(
      deed: Deed,
      send: (topic: TopicView) => Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: DeedRefusal }>,
    ): Promise<boolean> {
      const { doing } = get()
      const page = shown()
      if (!page || doing.at === 'sending') return false
      set({ doing: { at: 'sending', deed } })
      try {
        const reply = await send(page.view)
        set({ doing: reply.ok ? { at: 'done', deed } : { at: 'refused', deed, refusal: reply.refusal } })
        if (reply.ok || reply.refusal === 'changed-meanwhile') await load(page.view.card.id)
        return reply.ok
      } catch {
        set({ doing: { at: 'unsure', deed } })
        return false
      }
    }

    return {
      seen: page.seen,
      doing: { at: 'nothing' },
      load,
      async support() {
        const page = shown()
        if (!page || get().doing.at === 'sending') return
        const { card } = page.view
        const on = !card.supported
        const stands = (change: Partial<TopicView['card']>, doing: Doing) => {
          const now = shown()
          if (now?.view.card.id === card.id) set({ seen: { ...now, view: { ...now.view, card: { ...now.view.card, ...change } } }, doing })
        }
        stands({ supported: on, supports: card.supports + (on ? 1 : -1) }, { at: 'sending', deed: 'support' })
        try {
          const reply = await call(on ? 'topic.support' : 'topic.unsupport', { id: card.id })
          if (reply.ok) stands({ supports: reply.value.supports }, { at: 'done', deed: 'support' })
          else stands({ supported: card.supported, supports: card.supports }, { at: 'refused', deed: 'support', refusal: reply.refusal })
        } catch {
          stands({ supported: card.supported, supports: card.supports }, { at: 'unsure', deed: 'support' })
        }
      },
      async rate(rating) {
        await perform('rate', topic => call('rating.give', { id: topic.card.id, ...rating }))
      },
      async object(reason) {
        // Kept until it is known to have arrived: tapping again after a lost answer files no second objection.
        const filed = await perform('object', async topic => {
          objectionKey ||= await drawKey()
          return call('objection.file', { id: topic.card.id, objectionId: objectionKey, reason })
        })
        if (filed) objectionKey = ''
        return filed
      },
      heard() {
        const { doing } = get()
        if (doing.at !== 'sending' && doing.at !== 'nothing') set({ doing: { at: 'nothing' } })
      },
    }
  })
