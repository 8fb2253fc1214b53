import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { correctionLength, type Correctable } from '@/domain/resident/corrections'
import { checkText } from '@/domain/ground/text'
import type { Client } from '@/platform/talk-to-server/client'

export interface Correcting {
  readonly at: 'idle' | 'writing' | 'sending'
  readonly field: Correctable | null
  readonly words: string
  readonly wrong: string | null
  readonly said: string | null
  begin(): void
  choose(field: Correctable): void
  write(words: string): void
  send(): Promise<void>
  leave(): void
  say(words: string | null): void
}

/** 「哪里不对？」 One key from the first try until it has arrived, so that what is sent again is not said twice. */
export function createCorrecting(call: Client, draw: () => Promise<string>): StoreApi<Correcting> {
  let key: string | null = null
  return createStore<Correcting>((set, get) => ({
    at: 'idle',
    field: null,
    words: '',
    wrong: null,
    said: null,
    say: said => set({ said }),
    begin: () => set({ at: 'writing', wrong: null }),
    choose: field => {
      if (get().at === 'writing') {
        key = null
        set({ field, wrong: null })
      }
    },
    write: words => {
      if (get().at === 'writing') {
        key = null
        set({ words, wrong: null })
      }
    },
    leave: () => {
      if (get().at !== 'sending') set({ at: 'idle' })
    },
    async send() {
      const { at, field, words } = get()
      if (at !== 'writing') return
      if (field === null) return set({ wrong: '请选一项' })
      const checked = checkText(words, correctionLength)
      if (!checked.ok) return set({ wrong: checked.refusal === 'empty-text' ? '请写几句，应该是什么' : refusalWords[checked.refusal] })
      set({ at: 'sending', wrong: null })
      const drawn = await Promise.resolve(key ?? draw()).catch(() => null)
      if (drawn === null) return set({ at: 'writing', wrong: '没有送到，请再试一次' })
      key = drawn
      const reply = await call('data.correct', { key: drawn, field, words: checked.value }).catch(() => null)
      if (!reply?.ok)
        return set({ at: 'writing', wrong: reply ? refusalWords[reply.refusal] : '网络不好，没收到回音。再点一次就行，不会发两遍' })
      key = null
      set({ at: 'idle', field: null, words: '', said: '送到议事厅了，答复写在“说过哪里不对”里' })
    },
  }))
}
