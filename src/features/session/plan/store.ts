import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { grant } from '@/domain/ground/decision'
import type { Client } from '@/platform/talk-to-server/client'
import { refusedAs, type Unseen } from '@/platform/talk-to-server/looking'
import type { Kept } from '@/platform/files/storage'
import { asInput, firstPlan, touchesMigrants, wrongIn, type Ground, type Plan, type Wrong } from './plan'

export type Scheduling =
  | Unseen
  /** It is scheduled already, or not this person's to schedule. */
  | { readonly at: 'closed'; readonly ground: Ground }
  | {
      readonly at: 'form'
      readonly ground: Ground
      readonly plan: Plan
      readonly wrong: Wrong
      readonly doing: 'filling' | 'sending'
      readonly trouble: string | null
    }
  | { readonly at: 'scheduled'; readonly sessionId: string; readonly plan: Plan }

export interface ScheduleStore {
  readonly scheduling: Scheduling
  refresh(): Promise<void>
  change(part: Partial<Plan>): void
  submit(): Promise<void>
}

export interface Tools {
  readonly call: Client
  readonly drawer: Kept<Plan>
  draw(): Promise<string>
}

const partOfRefusal: { readonly [R in Refusal<'session.schedule'>]?: keyof Wrong } = {
  'notice-too-short': 'day',
  'session-too-long': 'time',
  'place-missing': 'place',
  'meeting-link-missing': 'meeting',
  'bad-meeting-link': 'meeting',
  'host-is-recorder': 'people',
  'no-such-person': 'people',
  'migrants-not-invited': 'migrants',
  'comment-window-malformed': 'comments',
}

/** One session being planned for one topic. */
export function createScheduling(topicId: string, { call, drawer, draw }: Tools): StoreApi<ScheduleStore> {
  return createStore<ScheduleStore>((set, get) => {
    const form = () => {
      const { scheduling } = get()
      return scheduling.at === 'form' ? scheduling : null
    }

    /** Nothing to schedule any more: perhaps because our own plan arrived, though its answer did not. */
    function closed(ground: Ground, plan: Plan | null) {
      drawer.remove()
      set({
        scheduling:
          plan !== null && ground.topic.session?.id === plan.key
            ? { at: 'scheduled', sessionId: plan.key, plan }
            : { at: 'closed', ground },
      })
    }

    /** What a plan rests on, asked together; the first refusal speaks for all. */
    async function find() {
      const [topic, me, people] = await Promise.all([call('topic.view', { id: topicId }), call('me.view', {}), call('people.inOffice', {})])
      if (!topic.ok) return topic
      if (!people.ok) return people
      if (!me.ok) return me
      return grant({ topic: topic.value, org: me.value.org, officers: people.value.people })
    }

    async function look(trouble: string | null) {
      const found = await find().catch(() => null)
      const key = await draw()
      const now = form()
      if (now?.doing === 'sending' && trouble === null) return
      if (!found) return set({ scheduling: now ? { ...now, doing: 'filling', trouble: trouble ?? now.trouble } : { at: 'failed' } })
      if (!found.ok) return set({ scheduling: refusedAs(found.refusal) })
      const { topic } = found.value
      const ground = { ...found.value, affectsMigrants: touchesMigrants(topic) || now?.ground.affectsMigrants === true }
      if (!topic.steps.some(step => step.via === 'session.schedule')) return closed(ground, now?.plan ?? drawer.get())
      set({
        scheduling: {
          at: 'form',
          ground,
          plan: now?.plan ?? drawer.get() ?? firstPlan(ground, key),
          wrong: now?.wrong ?? {},
          doing: 'filling',
          trouble: trouble ?? now?.trouble ?? null,
        },
      })
    }

    return {
      scheduling: { at: 'loading' },
      refresh: () => look(null),
      change(part) {
        const now = form()
        if (!now || now.doing === 'sending') return
        const plan = { ...now.plan, ...part }
        drawer.set(plan)
        // What was said to be wrong is judged again as it is mended, and nothing new is found fault with while typing.
        const again = Object.keys(now.wrong).length > 0 ? wrongIn(plan, now.ground) : {}
        const wrong = Object.fromEntries(Object.entries(again).filter(([name]) => name in now.wrong))
        set({ scheduling: { ...now, plan, wrong } })
      },
      async submit() {
        const now = form()
        if (!now || now.doing === 'sending') return
        const { ground, plan } = now
        const wrong = wrongIn(plan, ground)
        if (Object.keys(wrong).length > 0) return set({ scheduling: { ...now, wrong, trouble: null } })
        drawer.set(plan)
        set({ scheduling: { ...now, wrong: {}, doing: 'sending', trouble: null } })
        const reply = await call('session.schedule', asInput(plan, ground)).catch(() => null)
        if (reply?.ok) {
          drawer.remove()
          return set({ scheduling: { at: 'scheduled', sessionId: reply.value.id, plan } })
        }
        const after = form()
        if (!after) return
        if (!reply) return look('网络不好，没收到回音。您填的都还在，再点一次，不会重复安排')
        const words = refusalWords[reply.refusal]
        if (reply.refusal === 'changed-meanwhile') return look(words)
        const part = partOfRefusal[reply.refusal]
        const migrants = reply.refusal === 'migrants-not-invited'
        set({
          scheduling: {
            ...after,
            doing: 'filling',
            trouble: words,
            wrong: part ? { [part]: words } : {},
            ...(migrants ? { ground: { ...ground, affectsMigrants: true }, plan: { ...plan, invitesMigrants: true } } : {}),
          },
        })
      },
    }
  })
}
