import { useId } from 'react'
import { Picker, View } from '@tarojs/components'
import { role } from '../aria'
import { classes } from '../classes'
import { Field, remarkIds, type FieldWords } from '../field/field'
import look from './date-field.module.scss'

interface When extends FieldWords {
  /** Empty until chosen. */
  readonly value: string
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly disabled?: boolean | undefined
  onChange(value: string): void
}
/** value, from, until: YYYY-MM-DD. */
export type DateFieldProps = When
/** value, from, until: HH:mm. */
export type TimeFieldProps = When

function Chosen({
  mode,
  empty,
  value,
  from,
  until,
  disabled,
  onChange,
  ...words
}: When & { readonly mode: 'date' | 'time'; readonly empty: string }) {
  const id = useId()
  const className = classes(look.control, words.error && look.wrong)
  return (
    <Field id={id} {...words}>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          id={id}
          type={mode}
          className={className}
          value={value}
          min={from}
          max={until}
          disabled={disabled}
          aria-invalid={Boolean(words.error)}
          aria-describedby={remarkIds(id, words)}
          onChange={event => onChange(event.target.value)}
        />
      ) : mode === 'date' ? (
        <Picker
          mode='date'
          value={value}
          start={from ?? ''}
          end={until ?? ''}
          disabled={disabled ?? false}
          onChange={event => onChange(event.detail.value)}
        >
          <View className={className} {...role('button', `${words.label}：${value || empty}`)}>
            {value || empty}
          </View>
        </Picker>
      ) : (
        <Picker
          mode='time'
          value={value}
          start={from ?? ''}
          end={until ?? ''}
          disabled={disabled ?? false}
          onChange={event => onChange(String(event.detail.value))}
        >
          <View className={className} {...role('button', `${words.label}：${value || empty}`)}>
            {value || empty}
          </View>
        </Picker>
      )}
    </Field>
  )
}

export const DateField = (props: DateFieldProps) => <Chosen mode='date' empty='选日期' {...props} />
export const TimeField = (props: TimeFieldProps) => <Chosen mode='time' empty='选时间' {...props} />
