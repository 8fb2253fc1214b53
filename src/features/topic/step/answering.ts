import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { ObjectionCause } from '@/domain/procedure/step'
import { checkText } from '@/domain/ground/text'
import type { Client } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { troubleWords } from './words'

export type TopicView = Output<'topic.view'>
export const answerLength = 500
/** Upheld against what was decided, it matters what was found wrong; work that is not good enough simply goes on. */
export const asksCause = (topic: TopicView): boolean => topic.card.state === 'outcome_posting' || topic.card.state === 'resolution_posting'
export type Objection = TopicView['objections'][number]
export interface Reply {
  readonly upheld: boolean | null
  readonly cause?: ObjectionCause | null
  readonly answer: string
}

export type Answering =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'topic.view'> }
  | { readonly at: 'gone'; readonly topic: TopicView; readonly objection: Objection | null }
  | {
      readonly at: 'form'
      readonly topic: TopicView
      readonly objection: Objection
      readonly reply: Reply
      readonly wrong: { readonly upheld?: string; readonly cause?: string; readonly answer?: string }
      readonly doing: 'filling' | 'asking' | 'sending'
      readonly trouble: string | null
    }
  | { readonly at: 'answered'; readonly topic: TopicView; readonly upheld: boolean }

export interface AnswerObjection {
  readonly answering: Answering
  refresh(): Promise<void>
  judge(upheld: boolean): void
  blame(cause: ObjectionCause): void
  write(answer: string): void
  submit(): void
  back(): void
  send(): Promise<void>
}

/** An objection to a posting, on the screen of the supervision committee. */
export function createAnswer(topicId: string, objectionId: string, call: Client, drawer: Kept<Reply>): StoreApi<AnswerObjection> {
  return createStore<AnswerObjection>((set, get) => {
    const form = () => {
      const { answering } = get()
      return answering.at === 'form' ? answering : null
    }
    const change = (part: Partial<Reply>) => {
      const now = form()
      if (!now || now.doing === 'sending') return
      const reply = { ...now.reply, ...part }
      drawer.set(reply)
      set({ answering: { ...now, reply, wrong: {} } })
    }

    async function look(trouble: string | null) {
      const fresh = await call('topic.view', { id: topicId }).catch(() => null)
      const now = form()
      if (now?.doing === 'sending' && trouble === null) return
      if (!fresh) return set({ answering: now ? { ...now, doing: 'filling', trouble: trouble ?? now.trouble } : { at: 'failed' } })
      if (!fresh.ok) return set({ answering: { at: 'refused', refusal: fresh.refusal } })
      const topic = fresh.value
      const objection = topic.objections.find(({ id }) => id === objectionId) ?? null
      if (!objection?.mayAnswer) {
        if (objection?.answer) drawer.remove()
        return set({ answering: { at: 'gone', topic, objection } })
      }
      const before = now ?? { reply: drawer.get() ?? { upheld: null, answer: '' }, wrong: {}, doing: 'filling', trouble: null }
      const doing = before.doing === 'asking' && trouble === null ? 'asking' : 'filling'
      set({ answering: { ...before, at: 'form', topic, objection, doing, trouble: trouble ?? before.trouble } })
    }

    return {
      answering: { at: 'loading' },
      refresh: () => look(null),
      judge: upheld => change({ upheld }),
      blame: cause => change({ cause }),
      write: answer => change({ answer }),
      submit() {
        const now = form()
        if (!now || now.doing !== 'filling') return
        const checked = checkText(now.reply.answer, answerLength)
        const wrong = {
          ...(now.reply.upheld === null ? { upheld: '请选一项' } : {}),
          ...(now.reply.upheld === true && asksCause(now.topic) && !now.reply.cause ? { cause: '请选一项' } : {}),
          ...(checked.ok ? {} : { answer: checked.refusal === 'empty-text' ? '请写上答复' : refusalWords[checked.refusal] }),
        }
        set({ answering: { ...now, wrong, trouble: null, doing: Object.keys(wrong).length > 0 ? 'filling' : 'asking' } })
      },
      back() {
        const now = form()
        if (now?.doing === 'asking') set({ answering: { ...now, doing: 'filling' } })
      },
      async send() {
        const now = form()
        if (now?.doing !== 'asking' || now.reply.upheld === null) return
        const {
          topic,
          reply: { upheld, cause, answer },
        } = now
        set({ answering: { ...now, doing: 'sending', trouble: null } })
        const reply = await call('objection.answer', { topicId, objectionId, upheld, ...(upheld && cause ? { cause } : {}), answer }).catch(
          () => null,
        )
        if (reply?.ok) {
          drawer.remove()
          return set({ answering: { at: 'answered', topic, upheld } })
        }
        await look(troubleWords(reply?.refusal ?? 'no-answer'))
      },
    }
  })
}
