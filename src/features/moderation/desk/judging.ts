import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { caseWordsLength, type TakedownReason } from '@/domain/moderation/cases'
import { checkText } from '@/domain/ground/text'
import type { Client } from '@/platform/talk-to-server/client'

/** `hide` wants a reason of the list; `restore` and `uphold` answer an author's appeal in words. */
export type Finding = 'show' | 'hide' | 'restore' | 'uphold'
interface Form {
  readonly id: string
  readonly what: Finding
  readonly reason: TakedownReason | null
  readonly words: string
}

export type Judging =
  | { readonly at: 'idle' }
  | ({ readonly at: 'reasoning'; readonly wrong: string | null } & Form)
  | ({ readonly at: 'sending' } & Form)
  /** It did not go through; the words say why. */
  | { readonly at: 'refused'; readonly id: string; readonly says: string }
  | { readonly at: 'judged'; readonly what: Finding }

export interface Judge {
  readonly judging: Judging
  show(id: string): Promise<void>
  /** Opens the form: nothing is put away, and no appeal answered, without saying why. */
  ask(id: string, what: 'hide' | 'restore' | 'uphold'): void
  choose(reason: TakedownReason): void
  write(words: string): void
  send(): Promise<void>
  leave(): void
}

/** What the form still wants, in words; null when it is complete. */
function missing({ what, reason, words }: Form): string | null {
  if (what === 'hide' && reason === null) return '请选一个原因'
  if (what === 'hide' && words.trim() === '') return null
  const checked = checkText(words, caseWordsLength)
  return checked.ok ? null : checked.refusal === 'empty-text' ? '请写几句，让写的人知道为什么' : refusalWords[checked.refusal]
}

/** Judges what waits for a person's eye. */
export function createJudge(call: Client, judged: (id: string) => void): StoreApi<Judge> {
  return createStore<Judge>((set, get) => {
    async function tell(form: Form) {
      const { id, what, reason, words } = form
      set({ judging: { at: 'sending', ...form } })
      const reply = await (what === 'show' || what === 'hide'
        ? call('case.judge', { id, show: what === 'show', reason, words })
        : call('case.answer', { id, restore: what === 'restore', words })
      ).catch(() => null)
      if (reply?.ok) {
        judged(id)
        return set({ judging: { at: 'judged', what } })
      }
      const says = reply ? refusalWords[reply.refusal] : '网络不好，没有送到，请再试一次'
      if (reply?.refusal === 'no-such-case' || reply?.refusal === 'case-closed') judged(id)
      set({ judging: what === 'show' ? { at: 'refused', id, says } : { at: 'reasoning', ...form, wrong: says } })
    }
    const change = (more: Partial<Form>) => {
      const { judging } = get()
      if (judging.at === 'reasoning') set({ judging: { ...judging, ...more, wrong: null } })
    }
    return {
      judging: { at: 'idle' },
      async show(id) {
        if (get().judging.at !== 'sending') await tell({ id, what: 'show', reason: null, words: '' })
      },
      ask(id, what) {
        if (get().judging.at !== 'sending') set({ judging: { at: 'reasoning', id, what, reason: null, words: '', wrong: null } })
      },
      choose: reason => change({ reason }),
      write: words => change({ words }),
      async send() {
        const { judging } = get()
        if (judging.at !== 'reasoning') return
        const { id, what, reason, words } = judging
        const wrong = missing(judging)
        if (wrong !== null) return set({ judging: { ...judging, wrong } })
        await tell({ id, what, reason, words: words.trim() })
      },
      leave() {
        if (get().judging.at !== 'sending') set({ judging: { at: 'idle' } })
      },
    }
  })
}
