import { grant, refuse, type Decision } from '../ground/decision'
import { checkText, type TextRefusal } from '../ground/text'
import { checkAnswers, fieldOf, type Field, type FieldName } from './fields'

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

function checkField(field: Field, value: EvidenceValue): Decision<EvidenceValue, EvidenceRefusal> {
  const malformed = refuse('evidence-malformed')
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? checkText(value, field.most) : malformed
    case 'choice': {
      if (!field.several) return typeof value === 'string' && value in field.options ? grant(value) : malformed
      return isTexts(value) && value.every(item => item in field.options) ? grant([...new Set(value)]) : malformed
    }
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= field.least && value <= field.most ? grant(value) : malformed
    case 'day':
      return typeof value === 'string' && dayPattern.test(value) ? grant(value) : malformed
    case 'photos':
      return isTexts(value) && value.length >= field.least && value.length <= field.most ? grant(value) : malformed
    case 'person':
    case 'topic':
      return typeof value === 'string' && value !== '' && value.length <= 64 ? grant(value) : malformed
    case 'yes':
      return typeof value === 'boolean' ? grant(value) : malformed
    case 'checklist':
      return isTexts(value) && isAnswered(field.items, value) ? grant(value) : malformed
  }
}

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
    // A consent that must be given is not given by a no.
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
