import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import type { MotionView } from '../booth/store'

const hour = 3_600_000

export interface Repeat {
  readonly asked: boolean
  readonly sending: boolean
  readonly trouble: string | null
  ask(on: boolean): void
  /** The new vote's id, once it is put. */
  put(): Promise<string | null>
}

/**
 * A void vote put again as it was, to begin at once and to be open as long as before, at most three hours. Its key is drawn once: told
 * twice it is put once.
 */
export function createRepeat(
  { card }: Pick<MotionView, 'card'>,
  { call, draw }: { readonly call: Client; draw(): Promise<string> },
): StoreApi<Repeat> {
  let key: string | null = null
  return createStore<Repeat>((set, get) => ({
    asked: false,
    sending: false,
    trouble: null,
    ask: asked => {
      if (!get().sending) set({ asked, trouble: null })
    },
    async put() {
      if (get().sending) return null
      set({ sending: true, trouble: null })
      key ??= await draw()
      const topic = await call('topic.view', { id: card.topicId }).catch(() => null)
      const reply = topic?.ok
        ? await call('motion.putAgain', {
            id: key,
            motionId: card.id,
            rev: topic.value.rev,
            opensAt: topic.value.now,
            closesAt: topic.value.now + Math.min(3 * hour, Math.max(hour, card.closesAt - card.opensAt)),
          }).catch(() => null)
        : null
      set({ sending: false, trouble: reply?.ok ? null : reply ? refusalWords[reply.refusal] : '没有收到回音。再点一次，不会重复' })
      return reply?.ok ? reply.value.id : null
    },
  }))
}
