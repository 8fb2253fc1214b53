import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import look from './row.module.scss'

interface RowProps {
  readonly children: ReactNode
  /** Push the ends apart. */
  readonly apart?: boolean | undefined
  /** Let what does not fit go to the next line. On unless said. */
  readonly wrap?: boolean | undefined
}

/** Small things side by side. What does not fit wraps: nothing is squeezed. */
export function Row({ children, apart, wrap = true }: RowProps) {
  return <View className={classes(look.row, apart && look.apart, wrap && look.wrap)}>{children}</View>
}

/** Two or three equal things side by side (usually buttons); one under another in elder mode and on narrow screens. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <View className={look.pair}>{children}</View>
}

/** Things one under another with the house's gap. */
export function Stack({ children, tight }: { readonly children: ReactNode; readonly tight?: boolean | undefined }) {
  return <View className={tight ? look.tight : look.stack}>{children}</View>
}
