import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { checkNickname } from '@/domain/resident/nickname'
import type { Client } from '@/platform/talk-to-server/client'

export interface Naming {
  /** What is being written; null: nothing yet, so the one that is held shows. */
  readonly written: string | null
  readonly wrong: string | null
  readonly busy: boolean
  readonly said: string | null
  write(words: string): void
  /** True where it was set. */
  send(): Promise<boolean>
  say(words: string | null): void
}

/** The nickname: set after a check, or the old one stays. */
export const createNaming = (call: Client): StoreApi<Naming> =>
  createStore<Naming>((set, get) => ({
    written: null,
    wrong: null,
    busy: false,
    said: null,
    say: said => set({ said }),
    write: written => {
      if (!get().busy) set({ written, wrong: null })
    },
    async send() {
      const { written, busy } = get()
      if (busy || written === null) return false
      const checked = checkNickname(written)
      if (!checked.ok) {
        set({ wrong: refusalWords[checked.refusal] })
        return false
      }
      set({ busy: true, wrong: null })
      const reply = await call('profile.set', { nickname: checked.value }).catch(() => null)
      if (reply?.ok) set({ busy: false, written: null, said: reply.value.nickname === null ? '昵称去掉了' : '昵称改好了' })
      else set({ busy: false, wrong: reply ? refusalWords[reply.refusal] : '网络不好，请再试一次' })
      return reply?.ok ?? false
    },
  }))
