import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AnyRefusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { grant, type Decision } from '@/domain/ground/decision'
import type { AskedBody } from '@/domain/vote/motions'
import { mostQuestions } from '@/domain/vote/question/questions'
import type { Client } from '@/platform/talk-to-server/client'
import { refusedAs, type Unseen } from '@/platform/talk-to-server/looking'
import type { Kept } from '@/platform/files/storage'
import {
  asInput,
  asSecond,
  emptyItem,
  firstQuestion,
  noticeDaysOf,
  usualWindow,
  wrongIn,
  type Ground,
  type MotionView,
  type Question,
  type Wrong,
} from './question'

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

interface Looked {
  readonly ground: Ground
  /** The second ballot of the vote that it is to go on with. */
  readonly second: MotionView['second']
}

/** Everything the form stands on; null where an answer did not come. */
async function lookAround({ call, second }: Tools, topicId: string): Promise<Decision<Looked, AnyRefusal> | null> {
  const [topic, asked, first] = await Promise.all([
    call('topic.view', { id: topicId }),
    call('motion.bodies', { topicId }),
    second === undefined ? null : call('motion.view', { id: second }),
  ]).catch(() => [null, null, null])
  if (!topic || !asked || (second !== undefined && !first)) return null
  if (!asked.ok) return asked
  if (!topic.ok) return topic
  if (first && !first.ok) return first
  return grant({ ground: { topic: topic.value, asked: asked.value, first: first?.value.card }, second: first?.value.second })
}

/** Under which key the vote stands already: put from here, though its answer did not come, or by somebody else. */
const standsAs = ({ ground, second }: Looked, question: Question | null): string | undefined =>
  second?.id ?? ground.topic.motions.find(({ id }) => id === question?.key)?.id

const takesNone = ({ ground, second }: Looked): boolean => (ground.first !== undefined && !second?.mayPut) || !ground.topic.may.putMotion

/** One question being put to the vote on one topic. */
export function createPutMotion(topicId: string, tools: Tools): StoreApi<PutMotion> {
  const { call, drawer, draw } = tools
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
      const looked = await lookAround(tools, topicId)
      const key = await draw()
      const now = form()
      if (now?.doing === 'sending' && trouble === null) return
      const says = trouble ?? now?.trouble ?? null
      if (!looked) return set({ putting: now ? { ...now, doing: 'filling', trouble: says } : { at: 'failed' } })
      if (!looked.ok) return set({ putting: refusedAs(looked.refusal) })
      const { ground } = looked.value
      const kept = now?.question ?? drawer.get()
      const question = kept ?? firstQuestion(ground, key)
      const motionId = standsAs(looked.value, kept)
      if (motionId !== undefined) {
        drawer.remove()
        return set({ putting: { at: 'put', motionId, question } })
      }
      if (takesNone(looked.value)) return set({ putting: { at: 'closed', ground } })
      const doing = now?.doing === 'asking' && trouble === null ? 'asking' : 'filling'
      set({ putting: { at: 'form', ground, question, wrong: now?.wrong ?? {}, doing, trouble: says } })
    }

    async function told({ question, ground }: { readonly question: Question; readonly ground: Ground }, body: AskedBody) {
      const { first } = ground
      return first
        ? call('motion.putSecond', asSecond(question, first, ground))
        : call('motion.put', asInput({ ...question, body }, ground))
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
        const { question } = now
        drawer.set(question)
        set({ putting: { ...now, doing: 'sending', trouble: null } })
        const reply = await told(now, body).catch(() => null)
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
