import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { checkText } from '@/domain/text'
import type { Client } from '@/platform/client'

export const reasonLength = 200

export type Judging =
  | { readonly at: 'idle' }
  | { readonly at: 'reasoning'; readonly id: string; readonly reason: string; readonly wrong: string | null }
  | { readonly at: 'sending'; readonly id: string; readonly show: boolean; readonly reason: string }
  /** It did not go through; the words say why, and what was written is kept. */
  | { readonly at: 'refused'; readonly id: string; readonly says: string }
  | { readonly at: 'judged'; readonly show: boolean }

export interface Judge {
  readonly judging: Judging
  show(id: string): Promise<void>
  /** Opens the form for a reason: nothing is taken down without one. */
  takeDown(id: string): void
  write(reason: string): void
  send(): Promise<void>
  leave(): void
}

/** Shows a held comment, or takes it down with a reason its author reads. */
export function createJudge(call: Client, judged: (id: string) => void): StoreApi<Judge> {
  return createStore<Judge>((set, get) => {
    async function tell(id: string, show: boolean, reason: string) {
      set({ judging: { at: 'sending', id, show, reason } })
      const reply = await call('comment.judge', { id, show, reason }).catch(() => null)
      if (reply?.ok) {
        judged(id)
        return set({ judging: { at: 'judged', show } })
      }
      const says = reply ? refusalWords[reply.refusal] : '网络不好，没有送到，请再试一次'
      if (reply?.refusal === 'no-such-comment') judged(id)
      set({ judging: show ? { at: 'refused', id, says } : { at: 'reasoning', id, reason, wrong: says } })
    }
    return {
      judging: { at: 'idle' },
      async show(id) {
        if (get().judging.at !== 'sending') await tell(id, true, '')
      },
      takeDown(id) {
        if (get().judging.at !== 'sending') set({ judging: { at: 'reasoning', id, reason: '', wrong: null } })
      },
      write(reason) {
        const { judging } = get()
        if (judging.at === 'reasoning') set({ judging: { ...judging, reason, wrong: null } })
      },
      async send() {
        const { judging } = get()
        if (judging.at !== 'reasoning') return
        const checked = checkText(judging.reason, reasonLength)
        if (!checked.ok) return set({ judging: { ...judging, wrong: checked.refusal === 'empty-text' ? '请写明为什么不展示' : refusalWords[checked.refusal] } })
        await tell(judging.id, false, checked.value)
      },
      leave() {
        if (get().judging.at !== 'sending') set({ judging: { at: 'idle' } })
      },
    }
  })
}
