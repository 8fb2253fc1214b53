import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { AskedBody } from '@/domain/vote/motions'
import { mostQuestions } from '@/domain/vote/question/questions'
import type { Client } from '@/platform/talk-to-server/client'
import { refusedAs, type Unseen } from '@/platform/talk-to-server/looking'
import type { Kept } from '@/platform/files/storage'
import { asInput, emptyItem, firstQuestion, noticeDaysOf, usualWindow, wrongIn, type Ground, type Question, type Wrong } from './question'

export type Putting =
  | Unseen
  /** Nothing may be put to a vote on this topic now. */
  | { readonly at: 'closed'; readonly ground: Ground }
  | {
      readonly at: 'form'
      readonly ground: Ground
      readonly question: Question
      readonly wrong: Wrong
      readonly doing: 'filling' | 'asking' | 'sending'
      readonly trouble: string | null
    }
  | { readonly at: 'put'; readonly motionId: string; readonly question: Question }

export interface PutMotion {
  readonly putting: Putting
  refresh(): Promise<void>
  change(part: Partial<Omit<Question, 'body' | 'key'>>): void
  /** One more question for the same meeting. */
  add(): Promise<void>
  /** Choosing the body sets the earliest lawful window. */
  choose(body: AskedBody): void
  submit(): void
  back(): void
  send(): Promise<void>
}

export interface Tools {
  readonly call: Client
  readonly drawer: Kept<Question>
  draw(): Promise<string>
  /** The vote whose second ballot is put. */
  readonly second?: string
}

/** One question being put to the vote on one topic. */
export function createPutMotion(topicId: string, { call, drawer, draw, second }: Tools): StoreApi<PutMotion> {
  return createStore<PutMotion>((set, get) => {
    const form = () => {
      const { putting } = get()
      return putting.at === 'form' ? putting : null
    }
    const put = (part: Partial<Question>) => {
      const now = form()
      if (!now || now.doing === 'sending') return
      const question = { ...now.question, ...part }
      drawer.set(question)
      const again = Object.keys(now.wrong).length > 0 ? wrongIn(question, now.ground) : {}
      set({
        putting: {
          ...now,
          question,
          doing: 'filling',
          wrong: Object.fromEntries(Object.entries(again).filter(([name]) => name in now.wrong)),
        },
      })
    }

    async function look(trouble: string | null) {
      const [topic, asked, first] = await Promise.all([
        call('topic.view', { id: topicId }),
        call('motion.bodies', { topicId }),
        second === undefined ? null : call('motion.view', { id: second }),
      ]).catch(() => [null, null, null])
      const key = await draw()
      const now = form()
      if (now?.doing === 'sending' && trouble === null) return
      if (!topic || !asked || (second !== undefined && !first))
        return set({ putting: now ? { ...now, doing: 'filling', trouble: trouble ?? now.trouble } : { at: 'failed' } })
      if (!asked.ok) return set({ putting: refusedAs(asked.refusal) })
      if (!topic.ok) return set({ putting: refusedAs(topic.refusal) })
      if (first && !first.ok) return set({ putting: refusedAs(first.refusal) })
      const ground: Ground = { topic: topic.value, asked: asked.value, first: first?.value.card }
      const question = now?.question ?? drawer.get()
      const secondId = first?.value.second?.id
      // The second ballot stands already, put from here or by somebody else.
      if (first && secondId) {
        drawer.remove()
        return set({ putting: { at: 'put', motionId: secondId, question: question ?? firstQuestion(ground, key) } })
      }
      if (first && !first.value.second?.mayPut) return set({ putting: { at: 'closed', ground } })
      // It arrived, though its answer did not: the topic already shows it.
      if (question && topic.value.motions.some(({ id }) => id === question.key)) {
        drawer.remove()
        return set({ putting: { at: 'put', motionId: question.key, question } })
      }
      if (!topic.value.may.putMotion) return set({ putting: { at: 'closed', ground } })
      set({
        putting: {
          at: 'form',
          ground,
          question: question ?? firstQuestion(ground, key),
          wrong: now?.wrong ?? {},
          doing: now?.doing === 'asking' && trouble === null ? 'asking' : 'filling',
          trouble: trouble ?? now?.trouble ?? null,
        },
      })
    }

    return {
      putting: { at: 'loading' },
      refresh: () => look(null),
      change: put,
      async add() {
        const key = await draw()
        const now = form()
        if (now && now.question.more.length < mostQuestions - 1) put({ more: [...now.question.more, emptyItem(key)] })
      },
      choose(body) {
        const now = form()
        if (!now) return
        put({ body, ...usualWindow(noticeDaysOf(now.ground, body), now.ground.topic.now) })
      },
      submit() {
        const now = form()
        if (!now || now.doing !== 'filling') return
        const wrong = wrongIn(now.question, now.ground)
        set({ putting: { ...now, wrong, trouble: null, doing: Object.keys(wrong).length > 0 ? 'filling' : 'asking' } })
      },
      back() {
        const now = form()
        if (now?.doing === 'asking') set({ putting: { ...now, doing: 'filling' } })
      },
      async send() {
        const now = form()
        const body = now?.question.body
        if (now?.doing !== 'asking' || !body) return
        const { ground, question } = now
        drawer.set(question)
        set({ putting: { ...now, doing: 'sending', trouble: null } })
        const reply = await call('motion.put', asInput({ ...question, body }, ground)).catch(() => null)
        if (reply?.ok) {
          drawer.remove()
          return set({ putting: { at: 'put', motionId: reply.value.id, question } })
        }
        const after = form()
        if (!after) return
        if (!reply) return look('网络不好，没收到回音。您填的都还在，再交一次，不会重复')
        const words = refusalWords[reply.refusal]
        if (reply.refusal === 'changed-meanwhile') return look(words)
        set({ putting: { ...after, doing: 'filling', trouble: words } })
      },
    }
  })
}
