import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './stats.module.scss'

export interface Stat {
  readonly label: string
  readonly value: string | number
  readonly tone?: 'amber' | 'red' | undefined
  readonly onTap?: (() => void) | undefined
  /** This figure is the filter now in force. */
  readonly on?: boolean | undefined
}

/** Two or three figures at the head of a page. */
export function Stats({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <View className={look.stats}>
      {stats.map(({ label, value, tone, onTap, on }) => {
        const inside = (
          <>
            <View className='small'>{label}</View>
            <View className={classes(look.figure, tone)}>{value}</View>
          </>
        )
        return onTap ? (
          <Tap key={label} className={classes(look.stat, on && look.on)} on={on} label={`${label} ${value}`} onTap={onTap}>
            {inside}
          </Tap>
        ) : (
          <View key={label} className={look.stat}>
            {inside}
          </View>
        )
      })}
    </View>
  )
}
