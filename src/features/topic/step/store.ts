import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import {
  evidenceOf,
  opened,
  wrongIn,
  worthTrying,
  type Tried,
  type Entries,
  type Entry,
  type OpenStep,
  type FormView,
  type Wrong,
} from './entries'
import { troubleWords } from './words'

/** The moments of a form: being filled, asked once more, on its way. */
export type Doing = 'filling' | 'asking' | 'sending'

export type Taking =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'step.form'> }
  /** The step is not this person's now: taken by somebody else, or waiting for its second key. */
  | { readonly at: 'closed'; readonly topic: FormView }
  | {
      readonly at: 'form'
      readonly topic: FormView
      readonly step: OpenStep
      readonly entries: Entries
      readonly wrong: Wrong
      readonly doing: Doing
      /** What went wrong with the last try, in words. */
      readonly trouble: string | null
      /** How the village would judge what stands in the form now; null before it was asked. */
      readonly tried: Tried | null
    }
  /** `state`: where the matter is now, where the answer said so. */
  | {
      readonly at: 'taken'
      readonly topic: FormView
      readonly step: OpenStep
      readonly taken: boolean
      readonly state: FormView['state'] | null
    }

export interface TakeStep {
  readonly taking: Taking
  refresh(): Promise<void>
  fill(name: string, entry: Entry): void
  /** Asks, without writing anything, how what is filled in would be judged; one question at a time, silent where no answer comes. */
  tryOut(): Promise<void>
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
      const reply = await call('step.form', { id, step: name }).catch(() => null)
      const now = form()
      if (now?.doing === 'sending' && trouble === null) return
      if (!reply) return set({ taking: now ? { ...now, doing: 'filling', trouble: trouble ?? now.trouble } : { at: 'failed' } })
      if (!reply.ok) return set({ taking: { at: 'refused', refusal: reply.refusal } })
      const topic = reply.value
      const { step } = topic
      if (!step) return set({ taking: { at: 'closed', topic } })
      set({
        taking: {
          at: 'form',
          topic,
          step,
          entries: opened(step, now?.entries ?? drawer.get()),
          wrong: now?.wrong ?? {},
          doing: now?.doing === 'asking' ? 'asking' : 'filling',
          trouble: trouble ?? now?.trouble ?? null,
          tried: now?.tried ?? null,
        },
      })
    }

    /** No answer came: the village says whether the step is on record. */
    async function unsure(sent: FormView, step: OpenStep) {
      const reply = await call('step.form', { id, step: name, since: sent.rev }).catch(() => null)
      if (reply?.ok && reply.value.arrived) {
        const { arrived, state } = reply.value
        drawer.remove()
        return set({ taking: { at: 'taken', topic: reply.value, step, taken: arrived === 'taken', state } })
      }
      const now = form()
      if (now) set({ taking: { ...now, topic: reply?.ok ? reply.value : now.topic, doing: 'filling', trouble: troubleWords('no-answer') } })
    }

    let trying = false
    async function ask(evenAlone: boolean): Promise<void> {
      const now = form()
      if (!now || trying || !(evenAlone || worthTrying(now.step, now.entries))) return
      trying = true
      const reply = await call('topic.tryStep', { id, step: name, evidence: evidenceOf(now.step, now.entries) }).catch(() => null)
      trying = false
      const after = form()
      if (!after) return
      if (reply?.ok) set({ taking: { ...after, tried: reply.value } })
      // Typed on while the answer was on its way: what stands there now is asked once more.
      if (reply?.ok && after.entries !== now.entries) await ask(evenAlone)
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
        return set({ taking: { at: 'taken', topic, step, taken: reply.value.taken, state: reply.value.state } })
      }
      const words = troubleWords(reply.refusal)
      if (reply.refusal === 'changed-meanwhile' || reply.refusal === 'step-not-open') return look(words)
      const after = form()
      if (after) set({ taking: { ...after, doing: 'filling', trouble: words } })
      // In numbers, what does not hold.
      await ask(true)
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
      tryOut: () => ask(false),
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
