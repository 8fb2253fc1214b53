import { Text, View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { classes } from '../classes'
import look from './road.module.scss'

export interface Stop {
  readonly title: string
  readonly line?: string | undefined
  /** Stands before the title: which of the great steps it is. */
  readonly mark?: string | undefined
  /** Between two great steps: smaller. */
  readonly side?: boolean | undefined
  readonly state: 'done' | 'now' | 'to-come' | 'stopped' | 'turned'
}

const spoken = { done: '已完成', now: '正在进行', 'to-come': '还没到', stopped: '到此为止', turned: '在这里拐弯' } as const
const sign = { done: '✓', now: '', 'to-come': '', stopped: '×', turned: '!' } as const

/** The whole way of a matter: behind us, here, ahead of us; told by shape, colour and, to a screen reader, in words. */
export function Road({ stops, label = '走到哪一步了' }: { readonly stops: readonly Stop[]; readonly label?: string | undefined }) {
  return (
    <View {...role('list', label)}>
      {stops.map(({ title, line, mark, side, state }, index) => (
        <View
          key={index}
          className={classes(look.stop, look[state], side && look.side)}
          {...role('listitem', `${spoken[state]}：${mark ? `${mark} ` : ''}${title}${line ? `，${line}` : ''}`)}
        >
          <Text className={look.mark} {...hidden}>
            {sign[state]}
          </Text>
          <View className={look.title}>
            {mark ? <Text className={look.six}>{mark}</Text> : null}
            {title}
          </View>
          {line ? <View className={look.line}>{line}</View> : null}
        </View>
      ))}
    </View>
  )
}
