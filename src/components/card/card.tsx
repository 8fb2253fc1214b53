import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './card.module.scss'

export interface CardProps {
  readonly children: ReactNode
  /** hero: the one green card of a screen · quiet: explanation · amber: waiting. */
  readonly look?: 'plain' | 'hero' | 'quiet' | 'amber' | undefined
  /** A coloured edge; the words must say the same. */
  readonly edge?: 'green' | 'amber' | 'red' | undefined
  /** The whole card is one button. It may then hold no other. */
  readonly onTap?: (() => void) | undefined
  readonly label?: string | undefined
}

export function Card({ children, look: kind = 'plain', edge, onTap, label }: CardProps) {
  const className = classes(look.card, look[kind], edge && look.edge, edge && look[`edge-${edge}`])
  return onTap ? (
    <Tap className={className} label={label} onTap={onTap}>
      {children}
    </Tap>
  ) : (
    <View className={className}>{children}</View>
  )
}
