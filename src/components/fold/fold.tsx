import { type ReactNode, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { hidden } from '../aria'
import { Tap } from '../tap/tap'
import look from './fold.module.scss'

export interface FoldProps {
  readonly title: string
  readonly children: ReactNode
  /** Open at first. */
  readonly open?: boolean | undefined
}

/** Something longer behind its title: the full plan, how it is counted. */
export function Fold({ title, children, open = false }: FoldProps) {
  const [shown, show] = useState(open)
  return (
    <View className={look.fold}>
      <Tap className={look.title} expanded={shown} onTap={() => show(!shown)}>
        <Text>{title}</Text>
        <Text className={look.sign} {...hidden}>
          {shown ? '收起' : '展开'}
        </Text>
      </Tap>
      {shown ? <View className={look.inside}>{children}</View> : null}
    </View>
  )
}
