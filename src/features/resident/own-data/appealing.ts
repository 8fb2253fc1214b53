import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { caseWordsLength } from '@/domain/moderation/cases'
import { checkText } from '@/domain/ground/text'
import type { Client } from '@/platform/talk-to-server/client'

export interface Appealing {
  /** The case it is about, while the form lies open. */
  readonly id: string | null
  readonly words: string
  readonly wrong: string | null
  readonly busy: boolean
  readonly said: string | null
  begin(id: string): void
  write(words: string): void
  /** True where it is on its way. */
  send(): Promise<boolean>
  leave(): void
  say(words: string | null): void
}

/** Asking the supervision committee to look again at a nickname or a picture that was put away. */
export const createAppealing = (call: Client): StoreApi<Appealing> =>
  createStore<Appealing>((set, get) => ({
    id: null,
    words: '',
    wrong: null,
    busy: false,
    said: null,
    begin: id => set({ id, words: '', wrong: null }),
    write: words => {
      if (!get().busy) set({ words, wrong: null })
    },
    leave: () => {
      if (!get().busy) set({ id: null })
    },
    say: said => set({ said }),
    async send() {
      const { id, words, busy } = get()
      if (busy || id === null) return false
      const checked = checkText(words, caseWordsLength)
      if (!checked.ok) {
        set({ wrong: checked.refusal === 'empty-text' ? '请写几句，为什么不服' : refusalWords[checked.refusal] })
        return false
      }
      set({ busy: true, wrong: null })
      const reply = await call('case.appeal', { id, words: checked.value }).catch(() => null)
      if (reply?.ok) set({ busy: false, id: null, said: '交上去了，监督委员 7 天内答复您' })
      else set({ busy: false, wrong: reply ? refusalWords[reply.refusal] : '网络不好，没有送到，请再试一次' })
      return reply?.ok ?? false
    },
  }))
