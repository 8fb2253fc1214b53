import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { caseId, caseWordsLength, type TakedownReason } from '@/domain/cases'
import { checkText } from '@/domain/text'
import type { Client } from '@/platform/client'
import type { Answer } from './store'

/** `report`: somebody should look at a comment. `appeal`: its author asks that another person look again. */
export type Kind = 'report' | 'appeal'
interface Form { readonly kind: Kind; readonly said: Pick<Answer, 'id' | 'text'>; readonly caseOf: string; readonly reason: TakedownReason | null; readonly words: string }

export type Pleading =
  | { readonly at: 'idle' }
  | ({ readonly at: 'writing'; readonly wrong: string | null } & Form)
  | ({ readonly at: 'sending' } & Form)
  | { readonly at: 'sent'; readonly kind: Kind }

export interface Plea {
  readonly pleading: Pleading
  /** `caseOf`: the case an appeal is about, where it is no comment's. */
  begin(kind: Kind, said: Pick<Answer, 'id' | 'text'>, caseOf?: string): void
  choose(reason: TakedownReason): void
  write(words: string): void
  send(): Promise<void>
  leave(): void
}

function missing({ kind, reason, words }: Form): string | null {
  if (kind === 'report' && reason === null) return '请选一个原因'
  if (kind === 'report' && words.trim() === '') return null
  const checked = checkText(words, caseWordsLength)
  return checked.ok ? null : checked.refusal === 'empty-text' ? '请写几句，为什么不服' : refusalWords[checked.refusal]
}

export function createPlea(call: Client, sent: () => void): StoreApi<Plea> {
  return createStore<Plea>((set, get) => {
    const change = (more: Partial<Form>) => {
      const { pleading } = get()
      if (pleading.at === 'writing') set({ pleading: { ...pleading, ...more, wrong: null } })
    }
    return {
      pleading: { at: 'idle' },
      begin(kind, said, caseOf = caseId('comment', said.id)) {
        if (get().pleading.at !== 'sending') set({ pleading: { at: 'writing', kind, said, caseOf, reason: null, words: '', wrong: null } })
      },
      choose: reason => change({ reason }),
      write: words => change({ words }),
      async send() {
        const { pleading } = get()
        if (pleading.at !== 'writing') return
        const { kind, said, caseOf, reason, words } = pleading
        const form = { kind, said, caseOf, reason, words }
        const wrong = missing(form)
        if (wrong !== null) return set({ pleading: { ...pleading, wrong } })
        set({ pleading: { at: 'sending', ...form } })
        const reply = await (kind === 'report' && reason !== null
          ? call('report.file', { commentId: said.id, reason, words })
          : call('case.appeal', { id: caseOf, words })
        ).catch(() => null)
        if (!reply?.ok) return set({ pleading: { at: 'writing', ...form, wrong: reply ? refusalWords[reply.refusal] : '网络不好，没有送到，请再试一次' } })
        set({ pleading: { at: 'sent', kind } })
        if (kind === 'appeal') sent()
      },
      leave() {
        if (get().pleading.at !== 'sending') set({ pleading: { at: 'idle' } })
      },
    }
  })
}
