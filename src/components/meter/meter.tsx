import { View } from '@tarojs/components'
import { role } from '../aria'
import { classes } from '../classes'
import look from './meter.module.scss'

export interface MeterProps {
  /** Said to a screen reader: 「已到 52 人，应到 80 人，法定 54 人」. The words beside the bar are the page's. */
  readonly label: string
  readonly value: number
  readonly of: number
  /** Where the law draws its line, in the same unit. */
  readonly legal?: number | undefined
  /** On a green card. */
  readonly light?: boolean | undefined
}

const share = (part: number, whole: number): string => `${whole > 0 ? Math.min(100, Math.round((part / whole) * 1000) / 10) : 0}%`

/** A bar that shows its legal line. */
export function Meter({ label, value, of, legal, light }: MeterProps) {
  return (
    <View className={classes(look.meter, light && look.light)} {...role('img', label)}>
      <View className={look.bar} style={{ width: share(value, of) }} />
      {legal === undefined ? null : <View className={look.legal} style={{ left: share(legal, of) }} />}
    </View>
  )
}

export interface Part {
  readonly label: string
  readonly value: number
  readonly tone: 'for' | 'against' | 'abstain' | 'other'
}

/** Several counts that make one whole, in one bar. */
export function SplitMeter({ label, parts }: { readonly label: string; readonly parts: readonly Part[] }) {
  const whole = parts.reduce((sum, part) => sum + part.value, 0)
  return (
    <View
      className={classes(look.meter, look.split)}
      {...role('img', `${label}：${parts.map(part => `${part.label} ${part.value}`).join('，')}`)}
    >
      {parts.map(part => (
        <View key={part.label} className={look[part.tone]} style={{ width: share(part.value, whole) }} />
      ))}
    </View>
  )
}
