import type { Input } from '@/contract'
import { checkText, type TextRefusal } from '@/domain/ground/text'
import { wordLimits, type TopicWords } from '@/domain/topic/topic'

export type Words = { [Part in keyof TopicWords]: string }
export type Part = keyof Words
export type Category = Input<'draft.save'>['category']

/** A picture on its way to the server. Its `path` shows it on this phone; `id` is what the server knows it by. */
export interface Photo {
  readonly path: string
  readonly id: string | null
  readonly at: 'sending' | 'sent' | 'failed'
  /** Why it was refused; null where there was only no answer. */
  readonly why: string | null
}

/** What one person is writing, as it lies in the phone's drawer. */
export interface Draft {
  /**
   * Drawn once; the key under which it is saved, handed in, and handed in again after a lost answer. For a returned topic: the topic's own.
   */
  readonly id: string
  readonly words: Words
  readonly category: Category
  readonly photoIds: readonly string[]
  readonly showName: boolean
  readonly step: Step
  /** By this phone's clock; only to put the latest first. */
  readonly touchedAt: number
  /** By the server's clock, when it last took these words; null: never. */
  readonly savedAt: number | null
  /** Typed since then. */
  readonly dirty: boolean
  /** Handed in, and no answer came. */
  readonly sent: boolean
  /** The words of a returned topic, under the topic's own key. */
  readonly mending: boolean
}

export type Step = 1 | 2 | 3
export const partsOf: Record<Step, readonly Part[]> = { 1: ['title', 'what', 'where'], 2: ['affected', 'suggestion'], 3: [] }
const parts = [...partsOf[1], ...partsOf[2]]

export type Faults = { readonly [P in Part]?: TextRefusal }

export const emptyDraft = (id: string): Draft => ({
  id,
  words: { title: '', what: '', where: '', affected: '', suggestion: '' },
  category: 'other',
  photoIds: [],
  showName: false,
  step: 1,
  touchedAt: 0,
  savedAt: null,
  dirty: false,
  sent: false,
  mending: false,
})

export const isEmpty = ({ words, photoIds }: Draft): boolean => photoIds.length === 0 && parts.every(part => words[part].trim() === '')

/** What is wrong with these parts, by the rules the server will judge by. */
export function faultsIn(words: Words, among: readonly Part[] = parts): Faults {
  const faults: Partial<Record<Part, TextRefusal>> = {}
  for (const part of among) {
    const checked = checkText(words[part], wordLimits[part])
    if (!checked.ok) faults[part] = checked.refusal
  }
  return faults
}

/** The first step on which something is wrong; null when all is well. */
export const stepOf = (faults: Faults): Step | null => ([1, 2] as const).find(step => partsOf[step].some(part => faults[part])) ?? null

export const asInput = ({ id, words, category, photoIds, showName }: Draft): Input<'draft.save'> => ({
  id,
  ...words,
  category,
  photoIds: [...photoIds],
  showName,
})
