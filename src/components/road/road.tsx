import { Text, View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { classes } from '../classes'
import look from './road.module.scss'

export interface Stop {
  readonly title: string
  readonly line?: string | undefined
  readonly state: 'done' | 'now' | 'to-come' | 'stopped'
}

const spoken = { done: '已完成', now: '正在进行', 'to-come': '还没到', stopped: '到此为止' } as const
const sign = { done: '✓', now: '', 'to-come': '', stopped: '×' } as const

/** The whole way of a matter: behind us, here, ahead of us; told by shape, colour and, to a screen reader, in words. */
export function Road({ stops, label = '走到哪一步了' }: { readonly stops: readonly Stop[]; readonly label?: string | undefined }) {
  return (
    <View {...role('list', label)}>
      {stops.map(({ title, line, state }, index) => (
        <View key={index} className={classes(look.stop, look[state])} {...role('listitem', `${spoken[state]}：${title}${line ? `，${line}` : ''}`)}>
          <Text className={look.mark} {...hidden}>{sign[state]}</Text>
          <View className={look.title}>{title}</View>
          {line ? <View className={look.line}>{line}</View> : null}
        </View>
      ))}
    </View>
  )
}
