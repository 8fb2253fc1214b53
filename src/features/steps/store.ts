import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import type { Client } from '@/platform/client'
import type { Kept } from '@/platform/storage'
import { evidenceOf, opened, wrongIn, type Entries, type Entry, type OpenStep, type TopicView, type Wrong } from './entries'
import { troubleWords } from './words'

/** The moments of a form: being filled, asked once more, on its way. */
export type Doing = 'filling' | 'asking' | 'sending'

export type Taking =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'topic.view'> }
  /** The step is not this person's now: taken by somebody else, or waiting for its second key. */
  | { readonly at: 'closed'; readonly topic: TopicView }
  | {
    readonly at: 'form'; readonly topic: TopicView; readonly step: OpenStep; readonly entries: Entries; readonly wrong: Wrong
    readonly doing: Doing
    /** What went wrong with the last try, in words. */
    readonly trouble: string | null
  }
  | { readonly at: 'taken'; readonly topic: TopicView; readonly step: OpenStep; readonly taken: boolean }

export interface TakeStep {
  readonly taking: Taking
  refresh(): Promise<void>
  fill(name: string, entry: Entry): void
  submit(): Promise<void>
  /** Said yes to the question before a step that cannot be undone. */
  sure(): Promise<void>
  back(): void
}

/** One step of one topic on the screen of whoever may take it. */
export function createTakeStep(id: string, name: string, call: Client, drawer: Kept<Entries>): StoreApi<TakeStep> {
  return createStore<TakeStep>((set, get) => {
    const form = () => {
      const { taking } = get()
      return taking.at === 'form' ? taking : null
    }

    /** A fresh look at the topic; what is being typed stays. */
    async function look(trouble: string | null) {
      const reply = await call('topic.view', { id }).catch(() => null)
      const now = form()
      if (now?.doing === 'sending' && trouble === null) return
      if (!reply) return set({ taking: now ? { ...now, doing: 'filling', trouble: trouble ?? now.trouble } : { at: 'failed' } })
      if (!reply.ok) return set({ taking: { at: 'refused', refusal: reply.refusal } })
      const topic = reply.value
      const step = topic.steps.find(one => one.name === name)
      if (!step) return set({ taking: { at: 'closed', topic } })
      set({
        taking: {
          at: 'form', topic, step, entries: opened(step, now?.entries ?? drawer.get()), wrong: now?.wrong ?? {},
          doing: now?.doing === 'asking' ? 'asking' : 'filling', trouble: trouble ?? now?.trouble ?? null,
        },
      })
    }

    /** No answer came: the topic's own journal says whether the step arrived. */
    async function unsure(sent: TopicView, step: OpenStep) {
      const reply = await call('topic.view', { id }).catch(() => null)
      const arrived = reply?.ok ? reply.value.journal.find(({ n, said }) => n > sent.rev && (said === step.label || said === `提出：${step.label}`)) : undefined
      if (reply?.ok && arrived) {
        drawer.remove()
        return set({ taking: { at: 'taken', topic: reply.value, step, taken: arrived.said === step.label } })
      }
      const now = form()
      if (now) set({ taking: { ...now, topic: reply?.ok ? reply.value : now.topic, doing: 'filling', trouble: troubleWords('no-answer') } })
    }

    async function send() {
      const now = form()
      if (!now || now.doing === 'sending') return
      const { topic, step, entries } = now
      set({ taking: { ...now, doing: 'sending', trouble: null } })
      const reply = await call('topic.step', { id, rev: topic.rev, step: name, evidence: evidenceOf(step, entries) }).catch(() => null)
      if (!reply) return unsure(topic, step)
      if (reply.ok) {
        drawer.remove()
        return set({ taking: { at: 'taken', topic, step, taken: reply.value.taken } })
      }
      const words = troubleWords(reply.refusal)
      if (reply.refusal === 'changed-meanwhile' || reply.refusal === 'step-not-open') return look(words)
      const after = form()
      if (after) set({ taking: { ...after, doing: 'filling', trouble: words } })
    }

    return {
      taking: { at: 'loading' },
      refresh: () => look(null),
      fill(field, entry) {
        const now = form()
        if (!now || now.doing === 'sending') return
        const entries = { ...now.entries, [field]: entry }
        drawer.set(entries)
        const { [field]: _mended, ...wrong } = now.wrong
        set({ taking: { ...now, entries, wrong } })
      },
      async submit() {
        const now = form()
        if (!now || now.doing !== 'filling') return
        const wrong = wrongIn(now.step, now.entries)
        if (Object.keys(wrong).length > 0) return set({ taking: { ...now, wrong, trouble: null } })
        if (now.step.look === 'danger') return set({ taking: { ...now, wrong, doing: 'asking', trouble: null } })
        await send()
      },
      async sure() {
        if (form()?.doing === 'asking') await send()
      },
      back() {
        const now = form()
        if (now?.doing === 'asking') set({ taking: { ...now, doing: 'filling' } })
      },
    }
  })
}
