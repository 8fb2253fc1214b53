import type { Client } from '@/platform/talk-to-server/client'
import type { Desk, Raise, Similar } from './raise'

const lookAfter = 600
const enoughToCompare = 4

/** Looks for open topics that sound like what is being written, and supports one instead. Only a courtesy: without it, writing goes on. */
export function finding(call: Client, { get, set }: Desk) {
  let looking: ReturnType<typeof setTimeout> | undefined
  let looked = 0
  const onTheWay = new Set<string>()

  return {
    look() {
      clearTimeout(looking)
      const ticket = ++looked
      const { draft } = get()
      const text = `${draft.words.title} ${draft.words.what}`.trim()
      if (text.length < enoughToCompare) {
        if (get().similar.length > 0) set({ similar: [] })
        return
      }
      looking = setTimeout(() => {
        void call('topic.similar', { text: text.slice(0, 2000), where: draft.words.where.slice(0, 200), not: draft.id })
          .then(reply => {
            if (ticket === looked && reply.ok) set({ similar: reply.value.topics })
          })
          .catch(() => undefined)
      }, lookAfter)
    },
    async support(topicId: string) {
      const topic = get().similar.find(({ id }) => id === topicId)
      if (!topic || onTheWay.has(topicId)) return
      onTheWay.add(topicId)
      const stands = (change: Partial<Similar>, said: Raise['said']) =>
        set({ said, similar: get().similar.map(one => (one.id === topicId ? { ...one, ...change } : one)) })
      const on = !topic.supported
      stands({ supported: on, supports: topic.supports + (on ? 1 : -1) }, null)
      try {
        const reply = await call(on ? 'topic.support' : 'topic.unsupport', { id: topicId })
        stands(reply.ok ? { supports: reply.value.supports } : topic, reply.ok ? null : reply.refusal)
      } catch {
        stands(topic, 'no-answer')
      } finally {
        onTheWay.delete(topicId)
      }
    },
  }
}
