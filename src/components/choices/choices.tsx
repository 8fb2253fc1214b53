import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import { arrowKeys } from './arrow-keys'
import look from './choices.module.scss'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  /** What choosing it means, small, below. */
  readonly note?: string | undefined
  readonly disabled?: boolean | undefined
}

interface Named {
  /** Names the group. Shown above it unless hideLabel. */
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly error?: string | undefined
}

export interface ChoicesProps<Value extends string> extends Named {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  onChange(value: Value): void
  readonly disabled?: boolean | undefined
}

function BigRow({
  as,
  option,
  on,
  disabled,
  more,
  onTap,
}: {
  readonly as: 'radio' | 'checkbox'
  readonly option: Option<string>
  readonly on: boolean
  readonly disabled: boolean
  readonly more?: Readonly<Record<string, unknown>>
  onTap(): void
}) {
  return (
    <Tap className={classes(look.row, on && look.on, disabled && look.off)} as={as} on={on} disabled={disabled} more={more} onTap={onTap}>
      <Text className={classes(look.mark, as === 'checkbox' && look.square, on && look.marked)} {...hidden}>
        {on ? '✓' : ''}
      </Text>
      <View className={look.words}>
        <View className={as === 'radio' ? look.choice : look.check}>{option.label}</View>
        {option.note ? <View className='small'>{option.note}</View> : null}
      </View>
    </Tap>
  )
}

function Group({ label, hideLabel, error, children }: Named & { readonly children: ReactNode }) {
  return (
    <View className={look.group} {...role('radiogroup', label)}>
      {hideLabel ? null : (
        <View className={look.label} {...hidden}>
          {label}
        </View>
      )}
      {children}
      {error ? (
        <View className={look.error} {...role('alert')}>
          {error}
        </View>
      ) : null}
    </View>
  )
}

/** One of several, big: a vote, a class, a decision. */
export function Choices<Value extends string>({ options, value, onChange, disabled, ...named }: ChoicesProps<Value>) {
  const reachable = value ?? options.find(option => !option.disabled)?.value
  return (
    <Group {...named}>
      {options.map(option => (
        <BigRow
          key={option.value}
          as='radio'
          option={option}
          on={option.value === value}
          disabled={Boolean(disabled || option.disabled)}
          more={arrowKeys(option.value === reachable)}
          onTap={() => onChange(option.value)}
        />
      ))}
    </Group>
  )
}

/** One thing to agree to. */
export function Check({
  label,
  note,
  on,
  onChange,
  disabled,
}: {
  readonly label: string
  readonly note?: string | undefined
  readonly on: boolean
  readonly disabled?: boolean | undefined
  onChange(on: boolean): void
}) {
  return <BigRow as='checkbox' option={{ value: label, label, note }} on={on} disabled={Boolean(disabled)} onTap={() => onChange(!on)} />
}
