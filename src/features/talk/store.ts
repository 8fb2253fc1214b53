import { createStore } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { checkText, type TextRefusal } from '@/domain/ground/text'
import { commentLength, type Nod } from '@/domain/talk/discussion'
import type { Client } from '@/platform/talk-to-server/client'

export type Comment = Output<'comment.list'>['comments'][number]
export type Answer = Comment['answers'][number]
export type Sort = 'fair' | 'newest'

export type Talk =
  | { readonly at: 'loading' }
  | {
      readonly at: 'shown'
      readonly comments: readonly Comment[]
      readonly next: string | null
      readonly now: number
      readonly more: 'idle' | 'loading' | 'failed'
    }
  | { readonly at: 'failed' }

export type Saying =
  | { readonly at: 'writing' }
  | { readonly at: 'sending' }
  | { readonly at: 'wrong'; readonly why: TextRefusal }
  | { readonly at: 'refused'; readonly refusal: Refusal<'comment.say'> }
  | { readonly at: 'unsure' } // no answer: the same words under the same key are said once
  | { readonly at: 'said'; readonly visible: 'shown' | 'held' | 'hidden' }

/** Where half-written words rest while the page is closed. */
export interface Drawer {
  read(topicId: string): string
  keep(topicId: string, words: string): void
}

export interface Discussion {
  readonly topicId: string
  readonly round: number
  readonly sort: Sort
  readonly talk: Talk
  readonly words: string
  readonly showName: boolean
  /** The comment being answered; null: something new is said. */
  readonly answering: Comment | null
  readonly saying: Saying
  readonly nodSays: Refusal<'comment.nod'> | 'no-answer' | null
  open(topicId: string, round: number): Promise<void>
  turn(round: number, sort: Sort): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
  write(words: string): void
  name(showName: boolean): void
  answer(comment: Comment | null): void
  /** True once it is on record, shown or held. */
  say(): Promise<boolean>
  nod(id: string, nod: Nod): Promise<void>
  /** What came of the last word or nod has been read. */
  heard(): void
}

const nodded = (comment: Answer, nod: Nod, on: boolean): Partial<Answer> =>
  nod === 'agree' ? { agreed: on, agrees: comment.agrees + (on ? 1 : -1) } : { thanked: on, thanks: comment.thanks + (on ? 1 : -1) }

const fewest = 10
const withMore = (comments: readonly Comment[], more: readonly Comment[]): readonly Comment[] => {
  const known = new Set(comments.map(({ id }) => id))
  return [...comments, ...more.filter(({ id }) => !known.has(id))]
}

export const createDiscussion = (call: Client, drawKey: () => Promise<string>, drawer: Drawer) =>
  createStore<Discussion>((set, get) => {
    let asked = 0
    let key = ''
    const onTheWay = new Set<string>()

    async function load(keep: boolean) {
      const { topicId, round, sort, talk } = get()
      const ticket = ++asked
      if (!keep || talk.at !== 'shown') set({ talk: { at: 'loading' } })
      try {
        const reply = await call('comment.list', { topicId, round, sort })
        // The circle is read in two parts, from this reader's place to its end and then from its start: the first may be very short.
        const rest =
          reply.ok && reply.value.next !== null && reply.value.comments.length < fewest
            ? await call('comment.list', { topicId, round, sort, after: reply.value.next })
            : null
        if (ticket !== asked) return
        if (!reply.ok) return set({ talk: { at: 'failed' } })
        const last = rest?.ok ? rest.value : reply.value
        set({
          talk: {
            at: 'shown',
            comments: rest?.ok ? withMore(reply.value.comments, rest.value.comments) : reply.value.comments,
            next: last.next,
            now: last.now,
            more: 'idle',
          },
        })
      } catch {
        if (ticket === asked && get().talk.at !== 'shown') set({ talk: { at: 'failed' } })
      }
    }

    const patch = (id: string, change: Partial<Answer>, nodSays: Discussion['nodSays']) => {
      const { talk } = get()
      if (talk.at !== 'shown') return
      const changed = <One extends Answer>(one: One): One => (one.id === id ? { ...one, ...change } : one)
      set({
        nodSays,
        talk: { ...talk, comments: talk.comments.map(comment => ({ ...changed(comment), answers: comment.answers.map(changed) })) },
      })
    }
    const find = (id: string): Answer | undefined => {
      const { talk } = get()
      return talk.at === 'shown' ? talk.comments.flatMap(comment => [comment, ...comment.answers]).find(one => one.id === id) : undefined
    }

    return {
      topicId: '',
      round: 1,
      sort: 'fair',
      talk: { at: 'loading' },
      words: '',
      showName: false,
      answering: null,
      saying: { at: 'writing' },
      nodSays: null,
      async open(topicId, round) {
        if (get().topicId === topicId) return load(true)
        key = ''
        set({
          topicId,
          round: Math.max(1, round),
          sort: 'fair',
          words: drawer.read(topicId),
          answering: null,
          saying: { at: 'writing' },
          nodSays: null,
          talk: { at: 'loading' },
        })
        await load(false)
      },
      async turn(round, sort) {
        set({ round, sort, answering: null })
        await load(false)
      },
      refresh: () => load(true),
      async more() {
        const { talk, topicId, round, sort } = get()
        if (talk.at !== 'shown' || talk.next === null || talk.more === 'loading') return
        const ticket = asked
        set({ talk: { ...talk, more: 'loading' } })
        const reply = await call('comment.list', { topicId, round, sort, after: talk.next }).catch(() => null)
        const now = get().talk
        if (ticket !== asked || now.at !== 'shown') return
        if (!reply?.ok) return set({ talk: { ...now, more: 'failed' } })
        set({ talk: { ...now, comments: withMore(now.comments, reply.value.comments), next: reply.value.next, more: 'idle' } })
      },
      write(words) {
        const { topicId, saying } = get()
        drawer.keep(topicId, words)
        // Other words are another comment; words that may have arrived keep their key until they change.
        if (saying.at !== 'sending') key = ''
        set({ words, ...(saying.at === 'writing' || saying.at === 'sending' ? {} : { saying: { at: 'writing' } }) })
      },
      name: showName => set({ showName }),
      answer(comment) {
        const { saying, answering } = get()
        if (saying.at === 'sending' || answering?.id === comment?.id) return
        key = ''
        set({ answering: comment, saying: { at: 'writing' } })
      },
      async say() {
        const { topicId, words, showName, answering, saying } = get()
        if (saying.at === 'sending') return false
        const checked = checkText(words, commentLength)
        if (!checked.ok) {
          set({ saying: { at: 'wrong', why: checked.refusal } })
          return false
        }
        set({ saying: { at: 'sending' } })
        try {
          key ||= await drawKey()
          const reply = await call('comment.say', { id: key, topicId, parentId: answering?.id ?? null, text: words, showName })
          if (!reply.ok) {
            set({ saying: { at: 'refused', refusal: reply.refusal } })
            return false
          }
          key = ''
          // Words typed while these were on their way are kept.
          const rest = get().words === words ? '' : get().words
          drawer.keep(topicId, rest)
          set({ words: rest, answering: null, saying: { at: 'said', visible: reply.value.visible } })
          void load(true)
          return true
        } catch {
          set({ saying: { at: 'unsure' } })
          return false
        }
      },
      heard: () => set({ nodSays: null, ...(get().saying.at === 'said' ? { saying: { at: 'writing' } } : {}) }),
      async nod(id, nod) {
        const comment = find(id)
        const way = `${id}:${nod}`
        if (!comment || comment.mine || onTheWay.has(way)) return
        onTheWay.add(way)
        const on = nod === 'agree' ? !comment.agreed : !comment.thanked
        patch(id, nodded(comment, nod, on), null)
        const back: Partial<Answer> =
          nod === 'agree' ? { agreed: comment.agreed, agrees: comment.agrees } : { thanked: comment.thanked, thanks: comment.thanks }
        try {
          const reply = await call('comment.nod', { id, nod, on })
          if (!reply.ok) patch(id, back, reply.refusal)
          else {
            const now = find(id)
            if (now && (now.agrees !== reply.value.agrees || now.thanks !== reply.value.thanks)) patch(id, reply.value, null)
          }
        } catch {
          patch(id, back, 'no-answer')
        } finally {
          onTheWay.delete(way)
        }
      },
    }
  })
