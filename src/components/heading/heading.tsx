import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { heading } from '../aria'

export interface HeadingProps {
  readonly children: ReactNode
  /** Its place in the page's outline; the page's own h1 is drawn by Page. */
  readonly level?: 1 | 2 | 3 | undefined
  /** Its size, where that differs from its place. */
  readonly size?: 1 | 2 | 3 | undefined
}

export function Heading({ children, level = 2, size = level }: HeadingProps) {
  return (
    <View className={`h${size}`} {...heading(level)}>
      {children}
    </View>
  )
}
