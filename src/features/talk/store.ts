import { createStore } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { grant } from '@/domain/ground/decision'
import { checkText, type TextRefusal } from '@/domain/ground/text'
import { commentLength, type Nod } from '@/domain/talk/discussion'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

export type Comment = Output<'comment.list'>['comments'][number]
export type Answer = Comment['answers'][number]
export type Sort = 'fair' | 'newest'

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
  readonly seen: Leafed<Output<'comment.list'>>
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
export const createDiscussion = (call: Client, drawKey: () => Promise<string>, drawer: Drawer) =>
  createStore<Discussion>((set, get) => {
    let key = ''
    const onTheWay = new Set<string>()
    const talk = leafing(
      { set, get },
      async (after: After) => {
        const { topicId, round, sort } = get()
        const reply = await call('comment.list', { topicId, round, sort, ...after })
        // The circle is read in two parts, from this reader's place to its end and then from its start: the first may be very short.
        if (!reply.ok || after.after !== undefined || reply.value.next === null || reply.value.comments.length >= fewest) return reply
        const rest = await call('comment.list', { topicId, round, sort, after: reply.value.next })
        return rest.ok ? grant({ ...rest.value, comments: joined(reply.value.comments, rest.value.comments) }) : reply
      },
      (view, further) => ({ ...view, comments: joined(view.comments, further.comments) }),
      { tells: [] },
    )
    const refresh = () => (get().seen.at === 'shown' ? talk.refresh() : talk.anew())

    const patch = (id: string, change: Partial<Answer>, nodSays: Discussion['nodSays']) => {
      const { seen } = get()
      if (seen.at !== 'shown') return
      const changed = <One extends Answer>(one: One): One => (one.id === id ? { ...one, ...change } : one)
      set({
        nodSays,
        seen: {
          ...seen,
          view: {
            ...seen.view,
            comments: seen.view.comments.map(comment => ({ ...changed(comment), answers: comment.answers.map(changed) })),
          },
        },
      })
    }
    const find = (id: string): Answer | undefined => {
      const { seen } = get()
      return seen.at === 'shown'
        ? seen.view.comments.flatMap(comment => [comment, ...comment.answers]).find(one => one.id === id)
        : undefined
    }

    return {
      topicId: '',
      round: 1,
      sort: 'fair',
      ...talk,
      words: '',
      showName: false,
      answering: null,
      saying: { at: 'writing' },
      nodSays: null,
      async open(topicId, round) {
        if (get().topicId === topicId) return refresh()
        key = ''
        set({
          topicId,
          round: Math.max(1, round),
          sort: 'fair',
          words: drawer.read(topicId),
          answering: null,
          saying: { at: 'writing' },
          nodSays: null,
          seen: talk.seen,
        })
        await talk.anew()
      },
      async turn(round, sort) {
        set({ round, sort, answering: null })
        await talk.anew()
      },
      refresh,
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
          void refresh()
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
