import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import type { Asked } from '@/platform/phone/privacy'

export interface Picturing {
  readonly busy: 'no' | 'sending' | 'removing'
  readonly wrong: string | null
  readonly said: string | null
  /** The phone's answer to being asked for a picture. True where it is kept. */
  given(answer: Asked<string>): Promise<boolean>
  /** True where there is none any more. */
  remove(): Promise<boolean>
  say(words: string | null): void
}

/** How the phone makes a picture small, and reads it. */
interface Darkroom {
  small(path: string): Promise<string | null>
  read(path: string): Promise<string>
}

const lost = '网络不好，头像没有变，请再试一次'

/** A picture of oneself: what is refused or lost leaves the one before. */
export const createPicturing = (call: Client, { small, read }: Darkroom): StoreApi<Picturing> =>
  createStore<Picturing>((set, get) => ({
    busy: 'no',
    wrong: null,
    said: null,
    say: said => set({ said }),
    async given(answer) {
      if (get().busy !== 'no') return false
      if (answer.at !== 'given') {
        set({ wrong: answer.at === 'declined' ? null : '手机没有给头像，请再试一次' })
        return false
      }
      set({ busy: 'sending', wrong: null })
      const path = await small(answer.value).catch(() => null)
      const data = path === null ? null : await read(path).catch(() => null)
      if (data === null) {
        set({ busy: 'no', wrong: '这张用不了，请换一张' })
        return false
      }
      const reply = await call('avatar.set', { data }).catch(() => null)
      set({ busy: 'no', ...(reply?.ok ? { said: '头像换好了' } : { wrong: reply ? refusalWords[reply.refusal] : lost }) })
      return reply?.ok ?? false
    },
    async remove() {
      if (get().busy !== 'no') return false
      set({ busy: 'removing', wrong: null })
      const reply = await call('avatar.remove', {}).catch(() => null)
      set({ busy: 'no', ...(reply?.ok ? { said: '头像去掉了' } : { wrong: lost }) })
      return reply?.ok ?? false
    },
  }))
