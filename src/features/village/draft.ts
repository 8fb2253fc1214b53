import type { Input } from '@/contract'
import { shares, type Rule } from './words'

/** What is being written: every kind of rule in texts, as fields have them. */
export interface Draft {
  readonly text: string
  readonly ticked: readonly string[]
  readonly representatives: string
  readonly women: string
}

/** The form as the rule stands. */
export function draftOf({ kind, value }: Rule): Draft {
  const blank: Draft = { text: '', ticked: [], representatives: '', women: '' }
  if (value === null) return blank
  if (Array.isArray(value)) return { ...blank, ticked: value }
  if (typeof value === 'boolean') return { ...blank, text: value ? 'yes' : 'no' }
  if (typeof value !== 'object') return { ...blank, text: String(value) }
  if (kind === 'makeUp' && 'members' in value)
    return {
      ...blank,
      text: String(value.members),
      representatives: numberText(value.representatives),
      women: numberText(value.womenRepresentatives),
    }
  const same =
    'numerator' in value
      ? Object.entries(shares).find(
          ([, { share }]) => share.numerator === value.numerator && share.denominator === value.denominator && share.reach === value.reach,
        )
      : undefined
  return { ...blank, text: same?.[0] ?? '' }
}
const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** What was written as it is sent; null where it is no value yet. */
export function valueOf({ kind }: Rule, { text, ticked, representatives, women }: Draft): Input<'settings.propose'>['value'] | null {
  switch (kind) {
    case 'number':
      return whole(text)
    case 'share':
      return shares[text]?.share ?? null
    case 'yes':
      return text === '' ? null : text === 'yes'
    case 'codes':
      return [...ticked]
    case 'choice':
      return text === '' ? null : text
    case 'text':
      return text.trim()
    case 'makeUp': {
      const [members, reps, ladies] = [whole(text), whole(representatives), whole(women)]
      return members === null || (representatives !== '' && reps === null) || (women !== '' && ladies === null)
        ? null
        : { members, ...(reps === null ? {} : { representatives: reps }), ...(ladies === null ? {} : { womenRepresentatives: ladies }) }
    }
  }
}
const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null)
