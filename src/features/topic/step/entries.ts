import type { Input, Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { checkEvidence, type EvidenceValue } from '@/domain/procedure/evidence'
import { fields, type FieldName } from '@/domain/procedure/fields'

export type FormView = Output<'step.form'>
export type OpenStep = NonNullable<FormView['step']>
export type FormField = OpenStep['fields'][number]
export type Kind = FormField['field']['kind']
export type FieldOf<K extends Kind> = { [P in K]: { kind: P } & Extract<FormField['field'], { kind: P }> }[K]

/** What stands in one field while it is being filled in; a number stays as typed until it is sent. */
export type Entry = string | boolean | readonly string[]
export type Entries = Readonly<Record<string, Entry>>
/** How the village would judge what stands in the form. */
export type Tried = Output<'topic.tryStep'>
/** What is wrong, by field, in words. */
export type Wrong = Readonly<Record<string, string>>

interface KindRow<K extends Kind> {
  /** What stands in it before anything is: one thing, a list, or a 「no」. */
  readonly blank: (field: FieldOf<K>) => Entry
  readonly missing: (field: FieldOf<K>) => string
  readonly malformed?: (field: FieldOf<K>) => string
  /** Comes from the server's own list and cannot be wrong; what is typed or gathered can. */
  readonly picked?: true
  /** Whether what stands there may decide how the village judges. */
  readonly judged?: true
}
const one = () => ''
const list = () => []
const everyItem = () => '每一条都要答'

const words = { blank: one, missing: ({ label }: { readonly label: string }) => `请写上“${label}”` }
// biome-ignore format: a row a line
const kinds: { readonly [K in Kind]: KindRow<K> } = {
  text: words,
  choice: { blank: ({ several }) => (several ? [] : ''), missing: ({ several }) => (several ? '请至少选一项' : '请选一项'), picked: true },
  number: { blank: one, missing: ({ least }) => `请填数字${least === 0 ? '，没有就填 0' : ''}`, malformed: ({ least, most }) => `请填 ${least} 到 ${most} 的整数`, judged: true },
  day: { blank: one, missing: () => '请选日期', judged: true },
  photos: { blank: list, missing: ({ least }) => `请至少放 ${Math.max(1, least)} 张照片` },
  person: { blank: one, missing: () => '请选一个人', picked: true, judged: true },
  topic: { blank: one, missing: () => '请选一件议题', picked: true },
  yes: { blank: () => false, missing: () => '这一项要确认了才能交' },
  checklist: { blank: list, missing: everyItem, malformed: everyItem, judged: true },
}
/** A kind newer than this phone is filled in as words are. */
const rowOf = <K extends Kind>({ kind }: FieldOf<K>): KindRow<K> => (Object.hasOwn(kinds, kind) ? kinds[kind] : words)
const blank = ({ field }: FormField): Entry => rowOf(field).blank(field)

function prefilled(item: FormField): Entry {
  const empty = blank(item)
  if (item.prefill === null) return empty
  if (typeof empty === 'boolean') return item.prefill === true
  return Array.isArray(item.prefill) ? (Array.isArray(empty) ? item.prefill : '') : Array.isArray(empty) ? [] : String(item.prefill)
}

const sameKind = (one: Entry, other: Entry): boolean => typeof one === typeof other && Array.isArray(one) === Array.isArray(other)

/** What may be chosen here now: kinds of matter only under the class they belong to. */
export const optionsNow = (item: FormField, step: OpenStep, entries: Entries): FormField['options'] => {
  const chosen = step.fields.flatMap(({ name, field }) => (field.kind === 'choice' && name !== item.name ? entries[name] : []))
  return item.options.filter(({ of }) => of === undefined || chosen.includes(of))
}
const hangs = (item: FormField): boolean => item.options.some(({ of }) => of !== undefined)

/** What hangs on another choice is asked right after it. */
function inOrder({ fields: items }: OpenStep): readonly FormField[] {
  const after = (lead: FormField) =>
    items.filter(
      item =>
        hangs(item) &&
        item.options.some(({ of }) => of !== undefined && lead.field.kind === 'choice' && Object.hasOwn(lead.field.options, of)),
    )
  return [...new Set(items.filter(item => !hangs(item)).flatMap(lead => [lead, ...after(lead)]))]
}

/** The fields that are asked now: one whose answers all belong to another choice is not asked at all, and is needed where it is. */
export const askedNow = (step: OpenStep, entries: Entries): readonly FormField[] =>
  inOrder(step)
    .filter(item => !hangs(item) || optionsNow(item, step, entries).length > 0)
    .map(item => (hangs(item) ? { ...item, required: true, options: optionsNow(item, step, entries) } : item))

/** Whether an answer still belongs to what is chosen; a kind of matter of another class does not. */
const belongs = (item: FormField, entry: Entry): boolean => !hangs(item) || item.options.some(({ value }) => value === entry)

/** The form as it opens: what was typed before, else what the village knows already. */
export function opened(step: OpenStep, kept: Entries | null): Entries {
  return Object.fromEntries(
    step.fields.map(item => {
      const before = kept?.[item.name]
      return [item.name, before !== undefined && sameKind(before, blank(item)) ? before : prefilled(item)]
    }),
  )
}

const isBlank = (entry: Entry | undefined): boolean =>
  entry === undefined ||
  entry === '' ||
  entry === false ||
  (typeof entry !== 'boolean' && entry.length === 0) ||
  (typeof entry === 'string' && entry.trim() === '')

const valueOf = ({ field }: FormField, entry: Entry): EvidenceValue =>
  field.kind === 'number' && typeof entry === 'string' ? (/^\d{1,12}$/.test(entry.trim()) ? Number(entry.trim()) : Number.NaN) : entry

/** What is sent. Fields nobody filled in are left out; a 「no」 that may be said is said, because the village may have a 「yes」 on record. */
export function evidenceOf(step: OpenStep, entries: Entries): Input<'topic.step'>['evidence'] {
  const given: Record<string, string | number | boolean | string[]> = {}
  for (const item of askedNow(step, entries)) {
    const entry = entries[item.name]
    if (entry === undefined || !belongs(item, entry) || (isBlank(entry) && !(item.field.kind === 'yes' && !item.required))) continue
    const value = valueOf(item, entry)
    given[item.name] = typeof value === 'object' ? [...value] : value
  }
  return given
}

function wrongWords(item: FormField, entry: Entry): string | null {
  const { field, name, required } = item
  if (isBlank(entry)) return required ? rowOf(field).missing(field) : null
  // A field newer than this phone is left to the server.
  if (rowOf(field).picked || !Object.hasOwn(fields, name)) return null
  const checked = checkEvidence([], [name as FieldName], { [name]: valueOf(item, entry) })
  if (checked.ok) return null
  if (checked.refusal === 'too-long' && field.kind === 'text') return `最多 ${field.most} 字，请精简一些`
  return (checked.refusal === 'evidence-malformed' && rowOf(field).malformed?.(field)) || refusalWords[checked.refusal]
}

/** Judges the form by the rules the server judges by; empty when nothing is wrong. */
export function wrongIn(step: OpenStep, entries: Entries): Wrong {
  const wrong: Record<string, string> = {}
  for (const item of askedNow(step, entries)) {
    const entry = entries[item.name] ?? blank(item)
    const said = wrongWords(item, belongs(item, entry) ? entry : blank(item))
    if (said !== null) wrong[item.name] = said
  }
  return wrong
}

/** Whether there is anything in the form yet that numbers, days or persons decide. */
export const worthTrying = (step: OpenStep, entries: Entries): boolean =>
  step.fields.some(({ name, field }) => (rowOf(field).judged || (field.kind === 'choice' && name === 'body')) && !isBlank(entries[name]))
