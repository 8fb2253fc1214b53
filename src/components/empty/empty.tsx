import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import look from './empty.module.scss'

export interface EmptyProps {
  /** What is not there: 「还没有人提事」. */
  readonly title: string
  /** What to do about it. */
  readonly line?: string | undefined
  /** A button that does it. */
  readonly children?: ReactNode
}

export function Empty({ title, line, children }: EmptyProps) {
  return (
    <View className={look.empty}>
      <View className='h3'>{title}</View>
      {line ? <View className='sub'>{line}</View> : null}
      {children ? <View className={look.action}>{children}</View> : null}
    </View>
  )
}
