import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Check, Choices } from '@/components/choices/choices'
import { Chips, ManyChips } from '@/components/chips/chips'
import { classes } from '@/components/classes'
import { DateField, TimeField } from '@/components/date-field/date-field'
import { TextArea } from '@/components/field/text-area'
import { TextField } from '@/components/field/text-field'
import { Fold } from '@/components/fold/fold'
import { Section } from '@/components/section/section'
import { dayOf } from '@/domain/ground/calendar'
import type { Entry, FieldOf, FormField, FormView, Kind } from './entries'
import { Checklist } from './checklist'
import { PhotoField } from './photo-field'
import look from './steps.module.scss'
import { TopicField } from './topic-field'

interface FieldRowProps {
  readonly topic: FormView
  readonly item: FormField
  readonly entry: Entry
  readonly error: string | undefined
  /** Stands among others of its kind: its own name is enough. */
  readonly short: boolean
  onChange(entry: Entry): void
  onGoing(going: boolean): void
}
/** What a part of one kind is drawn from. */
interface Drawn<K extends Kind> extends Pick<FieldRowProps, 'topic' | 'entry' | 'error' | 'short' | 'onChange' | 'onGoing'> {
  readonly field: FieldOf<K>
  readonly options: FormField['options']
  readonly label: string
  readonly hint: string | undefined
  /** What stands in it, where it is words. */
  readonly text: string
}

/** More options than these are short words in a row, fewer are big rows. */
const bigRows = 5
const texts = (entry: Entry): readonly string[] => (Array.isArray(entry) ? (entry as readonly string[]) : [])

function Several({
  label,
  hint,
  error,
  children,
}: {
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly children: ReactNode
}) {
  return (
    <Section title={label}>
      {hint ? <View className={classes('small', look.hint)}>{hint}</View> : null}
      <View className={look.several}>{children}</View>
      <Wrong error={error} />
    </Section>
  )
}

const Wrong = ({ error }: { readonly error: string | undefined }) =>
  error ? (
    <View className={classes('small red', look.wrong)} {...role('alert')}>
      {error}
    </View>
  ) : null

/** One of these; those that cannot be taken stand below with their reasons. */
function OneOf({ field, options, label, hint, error, text, onChange }: Drawn<'choice' | 'person'>) {
  const among = options.filter(({ no }) => no === undefined)
  const barred = options.flatMap(({ label: name, no }) => (no === undefined ? [] : [{ name, no }]))
  const Look = among.length <= bigRows || among.some(({ note }) => note) ? Choices : Chips
  return (
    <Several label={label} hint={hint} error={error}>
      <Look label={field.label} hideLabel options={among} value={text === '' ? null : text} onChange={onChange} />
      {barred.length > 0 ? (
        <Fold title={`另外 ${barred.length} 种会议不能定这件事，为什么`}>
          {barred.map(({ name, no }) => (
            <View key={name} className={classes('small', look.why)}>
              {name}：{no}
            </View>
          ))}
        </Fold>
      ) : null}
    </Several>
  )
}

const kinds: { readonly [K in Kind]: (drawn: Drawn<K>) => ReactNode } = {
  text({ field, text, ...rest }) {
    const words = { label: rest.label, hint: rest.hint, error: rest.error, value: text, onChange: rest.onChange }
    if (field.clock) return <TimeField {...words} />
    return field.lines && field.lines > 1 ? <TextArea {...words} most={field.most} /> : <TextField {...words} most={field.most} />
  },
  number: ({ field, label, hint, error, text, short, onChange }) => (
    <TextField
      label={short ? field.label : `${label}${field.unit ? ` · ${field.unit}` : ''}`}
      hint={hint}
      error={error}
      kind='number'
      value={text}
      onChange={onChange}
    />
  ),
  day: ({ topic, label, hint, error, text, onChange }) => (
    <DateField label={label} hint={hint} error={error} from={dayOf(topic.now)} value={text} onChange={onChange} />
  ),
  yes: ({ label, hint, entry, error, onChange }) => (
    <View>
      <Check label={label} note={hint} on={entry === true} onChange={onChange} />
      <Wrong error={error} />
    </View>
  ),
  checklist: ({ field, label, hint, entry, error, onChange }) => (
    <Several label={label} hint={hint} error={error}>
      <Checklist items={field.items} answers={texts(entry)} onChange={onChange} />
    </Several>
  ),
  photos: ({ field, label, hint, entry, error, onChange, onGoing }) => (
    <Several label={label} hint={hint} error={undefined}>
      <PhotoField label={field.label} most={field.most} ids={texts(entry)} error={error} onChange={onChange} onGoing={onGoing} />
    </Several>
  ),
  topic: ({ topic, field, label, hint, error, text, onChange }) => (
    <Several label={label} hint={hint} error={undefined}>
      <TopicField label={field.label} topic={topic} value={text} error={error} onChange={onChange} />
    </Several>
  ),
  person: drawn => <OneOf {...drawn} />,
  choice(drawn) {
    const { field, label, hint, entry, error, onChange } = drawn
    const options: FormField['options'] =
      drawn.options.length > 0 ? drawn.options : Object.entries(field.options).map(([value, words]) => ({ value, label: words }))
    if (!field.several) return <OneOf {...drawn} options={options} />
    return (
      <Several label={label} hint={hint} error={error}>
        <ManyChips
          label={field.label}
          hideLabel
          options={options.filter(({ no }) => no === undefined)}
          values={texts(entry)}
          onChange={onChange}
        />
      </Several>
    )
  },
}
/** A kind newer than this phone is not drawn. */
const drawn = <K extends Kind>(one: Drawn<K>): ReactNode => (Object.hasOwn(kinds, one.field.kind) ? kinds[one.field.kind](one) : null)

/** One thing a step asks, drawn by its kind. */
export function FieldRow({ item: { field, required, options }, entry, ...rest }: FieldRowProps) {
  const label = required ? `${field.label}（必填）` : `${field.label}（可不填）`
  return drawn({ ...rest, field, options, label, hint: field.hint, entry, text: typeof entry === 'string' ? entry : '' })
}
