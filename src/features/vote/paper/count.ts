import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AnyRefusal, Input } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { answerWords, choices, type Answer } from '@/domain/vote/question/answers'
import type { Client } from '@/platform/talk-to-server/client'
import type { HallVoteView } from '../hall/store'

export type Batch = HallVoteView['batches'][number]
export type Figures = Readonly<Record<Answer, string>>

/** What a batch of papers is sorted into, in the order of the paper: every answer, and the invalid ones. */
export function pilesOf({ method = 'yes-no', options = [] }: HallVoteView['card']): readonly Answer[] {
  return method === 'yes-no' ? [...choices, 'invalid'] : [...options.map(({ id }) => id), 'abstain', 'invalid']
}
export const pileWords = (pile: Answer, card: HallVoteView['card']): string => answerWords(pile, card.options)

/** One pile of one batch, as both tellers counted it. */
export interface Compared {
  readonly pile: Answer
  readonly mine: number
  readonly others: number
}
/** Both counts side by side; empty while either is missing. */
export function compared({ mine, others }: Batch, card: HallVoteView['card']): readonly Compared[] {
  return mine && others ? pilesOf(card).map(pile => ({ pile, mine: mine[pile] ?? 0, others: others[pile] ?? 0 })) : []
}
/** 「差 1 张，您比对方少」; of figures that agree 「一样」. */
export function differenceWords({ mine, others }: Pick<Compared, 'mine' | 'others'>): string {
  return mine === others ? '一样' : `差 ${Math.abs(mine - others)} 张，您比对方${mine < others ? '少' : '多'}`
}

export const sumOf = (found: Readonly<Record<Answer, number>>): number => Object.values(found).reduce((sum, n) => sum + n, 0)
/** What stands in the fields as numbers; null where one is no whole number. */
export function foundIn(figures: Figures, card: HallVoteView['card']): Readonly<Record<Answer, number>> | null {
  const found = pilesOf(card).map(pile => [pile, (figures[pile] ?? '').normalize('NFKC').trim()] as const)
  return found.every(([, typed]) => /^\d{1,5}$/.test(typed))
    ? Object.fromEntries(found.map(([pile, typed]) => [pile, Number(typed)]))
    : null
}

export const firstFree = (batches: readonly Pick<Batch, 'batch'>[]): number => Math.max(0, ...batches.map(({ batch }) => batch)) + 1

/** One teller counting one batch. `again`: mends their own after the two were compared. */
export interface Entering {
  readonly batch: number
  readonly again: boolean
  readonly figures: Figures
}
export type Seal =
  | { readonly what: 'seal'; readonly sheetPhotoIds: readonly string[] }
  | { readonly what: 'confirm'; readonly yes: boolean; readonly reason: string }

export interface Count {
  readonly entering: Entering | null
  /** The papers of a batch in a few words, asked once more before it is sent. */
  readonly sending: boolean
  readonly trouble: string | null
  readonly said: string | null
  begin(batch: number, mine: Batch['mine']): void
  type(pile: Answer, value: string): void
  drop(): void
  send(card: HallVoteView['card']): Promise<boolean>
  seal(sheetPhotoIds: readonly string[]): Promise<boolean>
  confirm(yes: boolean, reason: string): Promise<boolean>
  say(words: string | null): void
}

const lost = '没有收到回音，可能已经送到，也可能没有。再点一次，不会重复'
const wordsFor = (reply: { readonly ok: false; readonly refusal: AnyRefusal } | null): string =>
  reply ? refusalWords[reply.refusal] : lost

/** The count of the paper ballots on one teller's screen. Everything sent may be sent again. */
export function createCount(motionId: string, { call, refresh }: { readonly call: Client; refresh(): Promise<void> }): StoreApi<Count> {
  return createStore<Count>((set, get) => {
    /** True where it was taken; then the page looks anew. */
    async function telling(
      ask: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: AnyRefusal }>,
      done: string,
    ): Promise<boolean> {
      if (get().sending) return false
      set({ sending: true, trouble: null })
      const reply = await ask().catch(() => null)
      set(reply?.ok ? { sending: false, said: done } : { sending: false, trouble: wordsFor(reply) })
      if (reply) await refresh()
      return reply?.ok ?? false
    }
    return {
      entering: null,
      sending: false,
      trouble: null,
      said: null,
      say: said => set({ said }),
      begin(batch, mine) {
        set({
          trouble: null,
          entering: {
            batch,
            again: mine !== null,
            figures: mine ? Object.fromEntries(Object.entries(mine).map(([pile, n]) => [pile, String(n)])) : {},
          },
        })
      },
      type(pile, value) {
        const { entering, sending } = get()
        if (entering && !sending) set({ entering: { ...entering, figures: { ...entering.figures, [pile]: value } } })
      },
      drop: () => {
        if (!get().sending) set({ entering: null, trouble: null })
      },
      async send(card) {
        const { entering } = get()
        if (!entering) return false
        const found = foundIn(entering.figures, card)
        if (!found) {
          set({ trouble: '每一格都要填数字，没有就填 0' })
          return false
        }
        const input: Input<'paper.count'> = { motionId, batch: entering.batch, found, ...(entering.again ? { again: true } : {}) }
        const taken = await telling(() => call('paper.count', input), `第 ${entering.batch} 叠，您数的记下了`)
        if (taken) set({ entering: null })
        return taken
      },
      seal: sheetPhotoIds => telling(() => call('count.seal', { motionId, sheetPhotoIds: [...sheetPhotoIds] }), '封好了，等监督委员确认'),
      confirm: (yes, reason) =>
        telling(
          () => call('count.confirm', { motionId, yes, ...(yes ? {} : { reason }) }),
          yes ? '确认了，结果马上算出来' : '退回了，计票人会看到原因',
        ),
    }
  })
}
