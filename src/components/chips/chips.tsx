import { Text, View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { arrowKeys } from '../choices/arrow-keys'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './chips.module.scss'

interface Chip<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface Named<Value extends string> {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly options: readonly Chip<Value>[]
}

export interface ChipsProps<Value extends string> extends Named<Value> {
  readonly value: Value | null
  onChange(value: Value): void
}

export interface ManyChipsProps<Value extends string> extends Named<Value> {
  readonly values: readonly Value[]
  onChange(values: readonly Value[]): void
}

/** One of several short words: a category, a filter. */
export function Chips<Value extends string>({ label, hideLabel, options, value, onChange }: ChipsProps<Value>) {
  const reachable = value ?? options[0]?.value
  return (
    <View className={look.group} {...role('radiogroup', label)}>
      {hideLabel ? null : (
        <View className={look.label} {...hidden}>
          {label}
        </View>
      )}
      {options.map(option => (
        <Tap
          key={option.value}
          as='radio'
          className={classes(look.chip, option.value === value && look.on)}
          on={option.value === value}
          more={arrowKeys(option.value === reachable)}
          onTap={() => onChange(option.value)}
        >
          {option.value === value ? <Text {...hidden}>✓ </Text> : null}
          {option.label}
        </Tap>
      ))}
    </View>
  )
}

/** Any of several short words. */
export function ManyChips<Value extends string>({ label, hideLabel, options, values, onChange }: ManyChipsProps<Value>) {
  return (
    <View className={look.group} {...role('group', label)}>
      {hideLabel ? null : (
        <View className={look.label} {...hidden}>
          {label}
        </View>
      )}
      {options.map(option => {
        const on = values.includes(option.value)
        return (
          <Tap
            key={option.value}
            as='checkbox'
            className={classes(look.chip, on && look.on)}
            on={on}
            onTap={() => onChange(on ? values.filter(one => one !== option.value) : [...values, option.value])}
          >
            {on ? <Text {...hidden}>✓ </Text> : null}
            {option.label}
          </Tap>
        )
      })}
    </View>
  )
}
