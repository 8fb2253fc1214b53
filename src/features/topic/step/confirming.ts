import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { checkText } from '@/domain/ground/text'
import type { Client } from '@/platform/talk-to-server/client'
import type { FormView } from './entries'
import { troubleWords } from './words'

export const noteLength = 300

export type Doing =
  | { readonly at: 'reading' }
  | { readonly at: 'asking' }
  | { readonly at: 'returning'; readonly note: string; readonly wrong: string | null }
  | { readonly at: 'sending'; readonly agrees: boolean; readonly note: string }

export type Confirming =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'step.form'> }
  | { readonly at: 'nothing'; readonly topic: FormView }
  | {
      readonly at: 'shown'
      readonly topic: FormView
      readonly pending: NonNullable<FormView['pending']>
      readonly doing: Doing
      readonly trouble: string | null
    }
  | { readonly at: 'done'; readonly topic: FormView; readonly label: string; readonly agreed: boolean }

export interface SecondKey {
  readonly confirming: Confirming
  refresh(): Promise<void>
  /** 确认, asked once more before it turns. */
  agree(): void
  handBack(): void
  write(note: string): void
  back(): void
  send(): Promise<void>
}

/** The second key of a step: another person reads what was proposed, and turns it or hands it back. */
export function createSecondKey(id: string, call: Client): StoreApi<SecondKey> {
  return createStore<SecondKey>((set, get) => {
    const shown = () => {
      const { confirming } = get()
      return confirming.at === 'shown' ? confirming : null
    }
    const put = (doing: Doing) => {
      const now = shown()
      if (now && now.doing.at !== 'sending') set({ confirming: { ...now, doing, trouble: null } })
    }

    async function look(trouble: string | null, typed: Doing) {
      const reply = await call('step.form', { id }).catch(() => null)
      const now = shown()
      if (now?.doing.at === 'sending' && trouble === null) return
      if (!reply) return set({ confirming: now ? { ...now, doing: typed, trouble: trouble ?? now.trouble } : { at: 'failed' } })
      if (!reply.ok) return set({ confirming: { at: 'refused', refusal: reply.refusal } })
      const { pending } = reply.value
      set({
        confirming: pending ? { at: 'shown', topic: reply.value, pending, doing: typed, trouble } : { at: 'nothing', topic: reply.value },
      })
    }

    return {
      confirming: { at: 'loading' },
      refresh: () => look(null, shown()?.doing ?? { at: 'reading' }),
      agree: () => put({ at: 'asking' }),
      handBack: () => put({ at: 'returning', note: '', wrong: null }),
      write: note => put({ at: 'returning', note, wrong: null }),
      back: () => put({ at: 'reading' }),
      async send() {
        const now = shown()
        if (!now || (now.doing.at !== 'asking' && now.doing.at !== 'returning')) return
        const { doing, topic, pending } = now
        const note = doing.at === 'returning' ? doing.note : ''
        const checked = doing.at === 'returning' ? checkText(note, noteLength) : null
        if (checked && !checked.ok)
          return set({
            confirming: {
              ...now,
              doing: {
                at: 'returning',
                note,
                wrong: checked.refusal === 'empty-text' ? '请写明退回的原因' : refusalWords[checked.refusal],
              },
            },
          })
        const agrees = doing.at === 'asking'
        set({ confirming: { ...now, doing: { at: 'sending', agrees, note }, trouble: null } })
        const reply = await call('topic.confirm', { id, rev: topic.rev, agrees, note }).catch(() => null)
        if (reply?.ok) return set({ confirming: { at: 'done', topic, label: pending.label, agreed: agrees } })
        const typed: Doing = agrees ? { at: 'reading' } : { at: 'returning', note, wrong: null }
        // Without an answer it may have turned: then nothing is pending any more, and the fresh look says so.
        await look(troubleWords(reply?.refusal ?? 'no-answer'), typed)
      },
    }
  })
}
