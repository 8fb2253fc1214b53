import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'

export type Offered = Output<'bind.look'>

export interface Taking {
  readonly stage:
    | { readonly at: 'typing' | 'looking' }
    | { readonly at: 'confirming' | 'sending'; readonly offered: Offered }
    | { readonly at: 'done'; readonly name: string }
  readonly code: string
  readonly name: string
  readonly wrong: string | null
  write(code: string): void
  /** Digits that were scanned: looked up at once. */
  scanned(code: string): Promise<void>
  look(): Promise<void>
  call(name: string): void
  /** 「不是我」: nothing was done. */
  back(): void
  take(): Promise<void>
}

const whole = /^\d{6}$/

/** Becoming known by a code: whose it is is read back before one says yes. */
export const createTaking = (call: Client): StoreApi<Taking> =>
  createStore<Taking>((set, get) => ({
    stage: { at: 'typing' },
    code: '',
    name: '',
    wrong: null,
    write: code => {
      if (get().stage.at === 'typing') set({ code: code.normalize('NFKC').replace(/\D/g, '').slice(0, 6), wrong: null })
    },
    async scanned(code) {
      get().write(code)
      await get().look()
    },
    async look() {
      const { code, stage } = get()
      if (stage.at !== 'typing') return
      if (!whole.test(code)) return set({ wrong: '登记码是六个数字' })
      set({ stage: { at: 'looking' }, wrong: null })
      const reply = await call('bind.look', { code }).catch(() => null)
      if (reply?.ok) set({ stage: { at: 'confirming', offered: reply.value }, name: '' })
      else set({ stage: { at: 'typing' }, wrong: reply ? refusalWords[reply.refusal] : '网络不好，请再点一次' })
    },
    call: name => set({ name, wrong: null }),
    back: () => {
      if (get().stage.at === 'confirming') set({ stage: { at: 'typing' }, code: '', wrong: null })
    },
    async take() {
      const { stage, code, name } = get()
      if (stage.at !== 'confirming') return
      const { offered } = stage
      if (offered.how === 'family' && name.trim() === '') return set({ wrong: '请写您自己的姓名' })
      set({ stage: { at: 'sending', offered }, wrong: null })
      const reply = await call('bind.take', { code, name: name.trim() }).catch(() => null)
      if (reply?.ok) return set({ stage: { at: 'done', name: reply.value.name } })
      // A wrong name may be written anew; whatever else it was, this code is of no use here any more. A lost answer: the same once more is
      // the same registration.
      if (!reply || reply.refusal === 'name-differs')
        return set({
          stage: { at: 'confirming', offered },
          wrong: reply ? refusalWords[reply.refusal] : '网络不好，不知道办好了没有，请再点一次',
        })
      set({ stage: { at: 'typing' }, wrong: refusalWords[reply.refusal] })
    },
  }))
