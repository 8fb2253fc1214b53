import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { correctionLength } from '@/domain/resident/corrections'
import { checkText } from '@/domain/ground/text'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

export type Asked = Output<'correction.list'>['waiting'][number]

export interface Answering {
  readonly seen: Leafed<Output<'correction.list'>, 'not-your-role' | 'not-a-resident'>
  /** The one that lies open, with the answer being written. */
  readonly open: Asked | null
  readonly words: string
  readonly wrong: string | null
  readonly busy: boolean
  readonly said: string | null
  refresh(): Promise<void>
  more(): Promise<void>
  choose(asked: Asked | null): void
  write(words: string): void
  answer(outcome: 'done' | 'declined'): Promise<void>
  say(words: string | null): void
}

/** What people say is wrong in what is held of them, and what the moderator or the recorder answers. */
export const createAnswering = (call: Client): StoreApi<Answering> =>
  createStore<Answering>((set, get) => ({
    ...leafing(
      { set, get },
      (after: After) => call('correction.list', after),
      (view, further) => ({ ...view, waiting: joined(view.waiting, further.waiting) }),
      { tells: ['not-your-role', 'not-a-resident'] },
    ),
    open: null,
    words: '',
    wrong: null,
    busy: false,
    said: null,
    say: said => set({ said }),
    choose: open => {
      if (!get().busy) set({ open, words: '', wrong: null })
    },
    write: words => set({ words, wrong: null }),
    async answer(outcome) {
      const { open, words, busy } = get()
      if (!open || busy) return
      const checked = checkText(words, correctionLength)
      if (!checked.ok) return set({ wrong: checked.refusal === 'empty-text' ? '请写几句，他看得到' : refusalWords[checked.refusal] })
      set({ busy: true })
      const reply = await call('correction.answer', { id: open.id, outcome, words: checked.value }).catch(() => null)
      if (!reply?.ok) return set({ busy: false, wrong: reply ? refusalWords[reply.refusal] : '网络不好，请再试一次' })
      set(({ seen }) => ({
        busy: false,
        open: null,
        words: '',
        said: '答复写给他了',
        seen:
          seen.at === 'shown' ? { ...seen, view: { ...seen.view, waiting: seen.view.waiting.filter(one => one.id !== open.id) } } : seen,
      }))
    },
  }))
