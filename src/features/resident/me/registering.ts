import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { phoneCodeOf } from '@/platform/phone/privacy'

export interface Registering {
  readonly stage: { readonly at: 'idle' } | { readonly at: 'asking' } | { readonly at: 'told'; readonly words: string }
  /** WeChat's phone button answered. */
  given(answer: Parameters<typeof phoneCodeOf>[0]): void
}

/** Becoming known by the number one gave at the hall. Saying no, or an answer that is lost, changes nothing of what can be read. */
export const createRegistering = (call: Client, known: () => Promise<void>): StoreApi<Registering> =>
  createStore<Registering>((set, get) => {
    const tell = (words: string) => set({ stage: { at: 'told', words } })
    async function ask(code: string): Promise<void> {
      set({ stage: { at: 'asking' } })
      const reply = await call('me.bind', { code }).catch(() => null)
      if (!reply) return tell('网络不好，不知道办好了没有，请再点一次')
      if (!reply.ok) return tell(refusalWords[reply.refusal])
      await known()
      set({ stage: { at: 'idle' } })
    }
    return {
      stage: { at: 'idle' },
      given(answer) {
        if (get().stage.at === 'asking') return
        const asked = phoneCodeOf(answer)
        if (asked.at === 'given') void ask(asked.value)
        else
          tell(
            asked.at === 'declined' ? '没关系，不登记也能看。想登记了再点，或者到议事厅办' : '没有拿到手机号，请再点一次，或者到议事厅登记',
          )
      },
    }
  })
