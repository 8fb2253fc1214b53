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
import type { Entry, FormField, FormView } from './entries'
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
      {error ? (
        <View className={classes('small red', look.wrong)} {...role('alert')}>
          {error}
        </View>
      ) : null}
    </Section>
  )
}

/** One thing a step asks, drawn by its kind. */
export function FieldRow({ topic, item: { field, required, options }, entry, error, short, onChange, onGoing }: FieldRowProps) {
  const label = required ? `${field.label}（必填）` : `${field.label}（可不填）`
  const { hint } = field
  const text = typeof entry === 'string' ? entry : ''
  switch (field.kind) {
    case 'text':
      if (field.clock) return <TimeField label={label} hint={hint} error={error} value={text} onChange={onChange} />
      return field.lines && field.lines > 1 ? (
        <TextArea label={label} hint={hint} error={error} most={field.most} value={text} onChange={onChange} />
      ) : (
        <TextField label={label} hint={hint} error={error} most={field.most} value={text} onChange={onChange} />
      )
    case 'number':
      return (
        <TextField
          label={short ? field.label : `${label}${field.unit ? ` · ${field.unit}` : ''}`}
          hint={hint}
          error={error}
          kind='number'
          value={text}
          onChange={onChange}
        />
      )
    case 'day':
      return <DateField label={label} hint={hint} error={error} from={dayOf(topic.now)} value={text} onChange={onChange} />
    case 'yes':
      return (
        <View>
          <Check label={label} note={hint} on={entry === true} onChange={onChange} />
          {error ? (
            <View className={classes('small red', look.wrong)} {...role('alert')}>
              {error}
            </View>
          ) : null}
        </View>
      )
    case 'checklist':
      return (
        <Several label={label} hint={hint} error={error}>
          <Checklist items={field.items} answers={texts(entry)} onChange={onChange} />
        </Several>
      )
    case 'photos':
      return (
        <Several label={label} hint={hint} error={undefined}>
          <PhotoField label={field.label} most={field.most} ids={texts(entry)} error={error} onChange={onChange} onGoing={onGoing} />
        </Several>
      )
    case 'topic':
      return (
        <Several label={label} hint={hint} error={undefined}>
          <TopicField label={field.label} topic={topic} value={text} error={error} onChange={onChange} />
        </Several>
      )
    case 'choice':
    case 'person': {
      const all: FormField['options'] =
        field.kind === 'person' || options.length > 0
          ? options
          : Object.entries(field.options).map(([value, words]) => ({ value, label: words }))
      const among = all.filter(({ no }) => no === undefined)
      const barred = all.flatMap(({ label: name, no }) => (no === undefined ? [] : [{ name, no }]))
      if (field.kind === 'choice' && field.several)
        return (
          <Several label={label} hint={hint} error={error}>
            <ManyChips label={field.label} hideLabel options={among} values={texts(entry)} onChange={onChange} />
          </Several>
        )
      return (
        <Several label={label} hint={hint} error={error}>
          {among.length <= bigRows || among.some(({ note }) => note) ? (
            <Choices label={field.label} hideLabel options={among} value={text === '' ? null : text} onChange={onChange} />
          ) : (
            <Chips label={field.label} hideLabel options={among} value={text === '' ? null : text} onChange={onChange} />
          )}
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
  }
}
