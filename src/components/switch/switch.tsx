import { Text, View } from '@tarojs/components'
import { hidden } from '../aria'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './switch.module.scss'

export interface SwitchProps {
  readonly label: string
  /** What on and off mean. */
  readonly note?: string | undefined
  readonly on: boolean
  readonly disabled?: boolean | undefined
  onChange(on: boolean): void
}

/** A row that is on or off; says so in words beside the knob. */
export function Switch({ label, note, on, disabled, onChange }: SwitchProps) {
  return (
    <Tap className={look.row} as='switch' on={on} disabled={disabled} onTap={() => onChange(!on)}>
      <View className={look.words}>
        <View className={look.label}>{label}</View>
        {note ? <View className='small'>{note}</View> : null}
      </View>
      <Text className={look.state} {...hidden}>
        {on ? '开' : '关'}
      </Text>
      <View className={classes(look.groove, on && look.on)} {...hidden}>
        <View className={look.knob} />
      </View>
    </Tap>
  )
}
