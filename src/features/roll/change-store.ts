import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'
import { lost } from './words'

export interface Changing {
  readonly seen: Leafed<Output<'roll.changes'>, Refusal<'roll.changes'>>
  readonly refusing: boolean
  readonly note: string
  readonly wrong: string | null
  readonly busy: boolean
  readonly said: string | null
  refresh(): Promise<void>
  more(): Promise<void>
  /** Opens or shuts the reason for not agreeing. */
  turnDown(open: boolean): void
  explain(note: string): void
  confirm(agrees: boolean): Promise<void>
  drop(): Promise<void>
  say(words: string | null): void
}

/** One laid roll: what it changes, and its second key. */
export const createChange = (id: string, call: Client): StoreApi<Changing> =>
  createStore<Changing>((set, get) => ({
    ...leafing(
      { set, get },
      (after: After) => call('roll.changes', { id, ...after }),
      (view, further) => ({ ...view, lines: [...view.lines, ...further.lines] }),
    ),
    refusing: false,
    note: '',
    wrong: null,
    busy: false,
    said: null,
    say: said => set({ said }),
    turnDown: open => {
      if (!get().busy) set({ refusing: open, wrong: null })
    },
    explain: note => set({ note, wrong: null }),
    async confirm(agrees) {
      const { busy, note } = get()
      if (busy) return
      if (!agrees && note.trim() === '') return set({ wrong: '请写一句为什么不同意' })
      set({ busy: true })
      const reply = await call('roll.confirm', { id, agrees, note: agrees ? '' : note }).catch(() => null)
      if (!reply?.ok)
        return set({
          busy: false,
          ...(agrees ? { said: reply ? refusalWords[reply.refusal] : lost } : { wrong: reply ? refusalWords[reply.refusal] : lost }),
        })
      set({ busy: false, refusing: false, said: agrees ? '确认了，5 分钟后一起生效' : '没有同意，名册不变' })
      await get().refresh()
    },
    async drop() {
      if (get().busy) return
      set({ busy: true })
      const reply = await call('roll.drop', { id }).catch(() => null)
      set({ busy: false, said: reply?.ok ? '撤回了，名册不变' : reply ? refusalWords[reply.refusal] : lost })
      await get().refresh()
    },
  }))
