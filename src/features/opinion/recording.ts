import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { joined } from '@/platform/voice/voice'
import { emptyNote, newMatter, nextNote, someTopic, wrongIn, type Belongs, type Note, type Wrong } from './notebook'
import type { Queue } from './queue'

export type Found = Output<'topic.similar'>['topics'][number]

/** Looking for the topic a remark belongs to. */
export type Search =
  | { readonly at: 'resting' }
  | { readonly at: 'looking' }
  | { readonly at: 'found'; readonly topics: readonly Found[] }
  | { readonly at: 'unreached' }

export type Recording =
  | { readonly at: 'opening' }
  /** Only special members keep this notebook. */
  | { readonly at: 'not-yours' }
  | { readonly at: 'writing'; readonly note: Note; readonly wrong: Wrong; readonly search: Search }

export interface Recorder {
  readonly recording: Recording
  /** Said once after a page was stored. */
  readonly says: string | null
  open(topicId: string | null): Promise<void>
  write(part: Partial<Omit<Note, 'key'>>): void
  /** Spoken words come after what is written, if it is still that page. */
  say(key: string, heard: string): void
  /** Says what kind of thing it belongs to: a topic to be found, or a new matter. */
  belong(to: Belongs['to']): void
  look(): Promise<void>
  store(): Promise<void>
  mend(key: string): void
  heard(): void
}

export interface Tools {
  readonly call: Client
  readonly draft: Kept<Note>
  readonly queue: StoreApi<Queue>
  draw(): Promise<string>
}

/** One remark being written down; stored on the phone first, sent when it can be. */
export function createRecorder({ call, draft, queue, draw }: Tools): StoreApi<Recorder> {
  return createStore<Recorder>((set, get) => {
    const writing = () => {
      const { recording } = get()
      return recording.at === 'writing' ? recording : null
    }
    const show = (note: Note, wrong: Wrong = {}, search: Search = { at: 'resting' }) =>
      set({ recording: { at: 'writing', note, wrong, search } })
    // Two taps on 存好 at once are one page.
    let storing = false

    async function titled(topicId: string) {
      const reply = await call('topic.view', { id: topicId }).catch(() => null)
      const now = writing()
      if (reply?.ok && now?.note.belongs?.to === 'topic' && now.note.belongs.topicId === topicId) {
        const note = { ...now.note, belongs: { to: 'topic', topicId, title: reply.value.card.title } as const }
        draft.set(note)
        set({ recording: { ...now, note } })
      }
    }

    /** Without a network the notebook stays open: whose it is, the village says when the page arrives. */
    async function checkOffice() {
      const reply = await call('me.view', {}).catch(() => null)
      if (reply?.ok && !reply.value.person?.roles.includes('special_member')) set({ recording: { at: 'not-yours' } })
    }

    return {
      recording: { at: 'opening' },
      says: null,
      async open(topicId) {
        if (writing()) return
        const left = draft.get()
        // Killed between storing a page and clearing the desk: that page is stored, the next one is begun.
        const kept = left && queue.getState().waiting.some(({ note }) => note.key === left.key) ? null : left
        const given: Belongs | null = topicId === null ? null : { to: 'topic', topicId, title: '' }
        const key = kept?.key ?? (await draw())
        // Words begun elsewhere stay; what they belong to follows the page they were opened from.
        show(kept ? { ...kept, belongs: given ?? kept.belongs } : emptyNote(key, given))
        await Promise.all([topicId === null ? undefined : titled(topicId), checkOffice()])
      },
      write(part) {
        const now = writing()
        if (!now) return
        const note = { ...now.note, ...part }
        draft.set(note)
        const still = Object.keys(now.wrong).length > 0 ? wrongIn(note) : {}
        set({ recording: { ...now, note, wrong: Object.fromEntries(Object.entries(still).filter(([name]) => name in now.wrong)) } })
      },
      say(key, heard) {
        const note = writing()?.note
        if (note?.key === key) get().write({ words: joined(note.words, heard) })
      },
      belong(to) {
        const now = writing()
        if (!now || now.note.belongs?.to === to) return
        get().write({ belongs: to === 'new' ? newMatter : someTopic })
        if (to === 'topic') void get().look()
      },
      async look() {
        const now = writing()
        if (!now || now.note.words.trim() === '') return
        const { key, words } = now.note
        set({ recording: { ...now, search: { at: 'looking' } } })
        const reply = await call('topic.similar', { text: words }).catch(() => null)
        const after = writing()
        if (after?.note.key === key)
          set({ recording: { ...after, search: reply?.ok ? { at: 'found', topics: reply.value.topics } : { at: 'unreached' } } })
      },
      async store() {
        const now = writing()
        if (!now || storing) return
        const wrong = wrongIn(now.note)
        if (Object.keys(wrong).length > 0) return set({ recording: { ...now, wrong } })
        storing = true
        try {
          const safe = queue.getState().put(now.note)
          draft.remove()
          show(nextNote(now.note, await draw()))
          set({ says: safe ? '存好了，接着记下一条' : '手机存不下了，正在直接交给村里，请先不要关' })
          void queue.getState().send()
        } finally {
          storing = false
        }
      },
      mend(key) {
        const now = writing()
        const { waiting, sending, put, take } = queue.getState()
        const note = waiting.find(one => one.note.key === key)?.note
        if (!now || !note || sending === 'sending') return
        // What is half-written now waits in its place, and nothing is out of the phone's keeping for a moment.
        if (now.note.words.trim() !== '') put(now.note, 'evidence-missing')
        draft.set(note)
        take(key)
        show(note, wrongIn(note))
      },
      heard: () => set({ says: null }),
    }
  })
}
