import { grant, refuse, type Decision } from '../ground/decision'
import { checkText, type TextRefusal } from '../ground/text'
import { checkAnswers, fieldOf, type Field, type FieldName, type Kind } from './fields'

export type EvidenceValue = string | number | boolean | readonly string[]
export type Evidence = { readonly [Name in FieldName]?: EvidenceValue }
export type EvidenceRefusal = TextRefusal | 'evidence-missing' | 'evidence-unknown' | 'evidence-malformed'

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** Every item answered once, with an answer there is. */
function isAnswered(items: Readonly<Record<string, string>>, answers: readonly string[]): boolean {
  const given = new Map(answers.map(answer => [answer.split('=')[0] ?? '', answer.split('=')[1] ?? '']))
  return (
    answers.length === given.size &&
    given.size === Object.keys(items).length &&
    [...given].every(([item, answer]) => item in items && answer in checkAnswers)
  )
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(item => typeof item === 'string')

const malformed = refuse('evidence-malformed')
const isName = (value: EvidenceValue): boolean => typeof value === 'string' && value !== '' && value.length <= 64

/** What an answer of each kind must look like. */
const checkers: { readonly [K in Kind]: (field: Field<K>, value: EvidenceValue) => Decision<EvidenceValue, EvidenceRefusal> } = {
  text: ({ most }, value) => (typeof value === 'string' ? checkText(value, most) : malformed),
  choice({ several, options }, value) {
    if (!several) return typeof value === 'string' && value in options ? grant(value) : malformed
    return isTexts(value) && value.every(item => item in options) ? grant([...new Set(value)]) : malformed
  },
  number: ({ least, most }, value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? grant(value) : malformed,
  day: (_, value) => (typeof value === 'string' && dayPattern.test(value) ? grant(value) : malformed),
  photos: ({ least, most }, value) => (isTexts(value) && value.length >= least && value.length <= most ? grant(value) : malformed),
  person: (_, value) => (isName(value) ? grant(value) : malformed),
  topic: (_, value) => (isName(value) ? grant(value) : malformed),
  yes: (_, value) => (typeof value === 'boolean' ? grant(value) : malformed),
  checklist: ({ items }, value) => (isTexts(value) && isAnswered(items, value) ? grant(value) : malformed),
}
const checkField = <K extends Kind>(field: Field<K>, value: EvidenceValue) => checkers[field.kind](field, value)

/** What was given for a step, checked against what the step asks: nothing missing, nothing it does not ask for. */
export function checkEvidence(
  asks: readonly FieldName[],
  mayAsk: readonly FieldName[],
  given: Readonly<Record<string, EvidenceValue>>,
): Decision<Evidence, EvidenceRefusal> {
  const wanted = [...asks, ...mayAsk]
  if (Object.keys(given).some(name => !wanted.includes(name as FieldName))) return refuse('evidence-unknown')
  const checked: Partial<Record<FieldName, EvidenceValue>> = {}
  for (const name of wanted) {
    const value = given[name]
    // A yes-or-no field that the step asks for must be a yes: it is a consent, and a no would let the step be taken without it.
    const refused = fieldOf(name).kind === 'yes' && value === false && asks.includes(name)
    const blank = value === undefined || value === '' || refused || (Array.isArray(value) && value.length === 0)
    if (blank && asks.includes(name)) return refuse('evidence-missing')
    if (blank) continue
    const decision = checkField(fieldOf(name), value as EvidenceValue)
    if (!decision.ok) return decision
    checked[name] = decision.value
  }
  return grant(checked)
}
