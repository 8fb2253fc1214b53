import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import { caseId, caseWordsLength, type TakedownReason } from '@/domain/moderation/cases'
import { checkText } from '@/domain/ground/text'
import type { Client } from '@/platform/talk-to-server/client'
import type { Answer } from './store'

/**
 * What a plea is about; a topic, where it is not a comment, is reported for its words, unless `wordless`, or for one of its photos, a
 * comment for its words or for how its author shows herself.
 */
export interface About extends Pick<Answer, 'id' | 'text'>, Partial<Pick<Answer, 'face' | 'nicknamed'>> {
  readonly photos?: readonly { readonly id: string; readonly label: string }[]
  readonly wordless?: boolean
}

/** `report`: somebody should look at it. `appeal`: its author asks that another person look again. */
export type Kind = 'report' | 'appeal'
interface Form {
  readonly kind: Kind
  readonly said: About
  readonly part: string | null
  readonly caseOf: string
  readonly reason: TakedownReason | null
  readonly words: string
}

export type Pleading =
  | { readonly at: 'idle' }
  | ({ readonly at: 'writing'; readonly wrong: string | null } & Form)
  | ({ readonly at: 'sending' } & Form)
  | { readonly at: 'sent'; readonly kind: Kind }

export interface Plea {
  readonly pleading: Pleading
  /** `caseOf`: the case an appeal is about, where it is no comment's. */
  begin(kind: Kind, said: About, caseOf?: string): void
  /** Which photo of the topic, or what beside the comment; null: the words. */
  point(part: string | null): void
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

const thingOf = ({ said: { id, photos }, part }: Form) =>
  photos === undefined
    ? ({ kind: part === 'nickname' || part === 'avatar' ? part : 'comment', id } as const)
    : part === null
      ? ({ kind: 'topic', id } as const)
      : ({ kind: 'photo', id: part, topicId: id } as const)

/** What may be pointed at beside the words: a matter's photos, or how a comment's author shows herself. */
export const partsOf = ({ photos, face, nicknamed }: About): readonly { readonly value: string; readonly label: string }[] =>
  photos?.map(({ id, label }) => ({ value: id, label })) ?? [
    ...(nicknamed ? [{ value: 'nickname', label: '昵称' }] : []),
    ...(face?.photoId ? [{ value: 'avatar', label: '头像' }] : []),
  ]

export function createPlea(call: Client, sent: () => void): StoreApi<Plea> {
  return createStore<Plea>((set, get) => {
    const change = (more: Partial<Form>) => {
      const { pleading } = get()
      if (pleading.at === 'writing') set({ pleading: { ...pleading, ...more, wrong: null } })
    }
    return {
      pleading: { at: 'idle' },
      begin(kind, said, caseOf = caseId('comment', said.id)) {
        if (get().pleading.at !== 'sending')
          set({
            pleading: {
              at: 'writing',
              kind,
              said,
              part: said.wordless ? (said.photos?.[0]?.id ?? null) : null,
              caseOf,
              reason: null,
              words: '',
              wrong: null,
            },
          })
      },
      point: part => change({ part }),
      choose: reason => change({ reason }),
      write: words => change({ words }),
      async send() {
        const { pleading } = get()
        if (pleading.at !== 'writing') return
        const { kind, said, part, caseOf, reason, words } = pleading
        const form = { kind, said, part, caseOf, reason, words }
        const wrong = missing(form)
        if (wrong !== null) return set({ pleading: { ...pleading, wrong } })
        set({ pleading: { at: 'sending', ...form } })
        const reply = await (kind === 'report' && reason !== null
          ? call('report.file', { ...thingOf(form), reason, words })
          : call('case.appeal', { id: caseOf, words })
        ).catch(() => null)
        if (!reply?.ok)
          return set({
            pleading: { at: 'writing', ...form, wrong: reply ? refusalWords[reply.refusal] : '网络不好，没有送到，请再试一次' },
          })
        set({ pleading: { at: 'sent', kind } })
        if (kind === 'appeal') sent()
      },
      leave() {
        if (get().pleading.at !== 'sending') set({ pleading: { at: 'idle' } })
      },
    }
  })
}
