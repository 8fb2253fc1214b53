import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import type { Tone } from '../tag/tag'
import { Tap } from '../tap/tap'
import look from './list-card.module.scss'

export interface ListCardProps {
  readonly title: string
  readonly tag?: string | undefined
  readonly tone?: Tone | undefined
  /** Right of the tag: when, how long, how many. */
  readonly meta?: string | undefined
  /** The small line below the title. */
  readonly line?: string | undefined
  readonly edge?: 'green' | 'amber' | 'red' | undefined
  /** Buttons that belong to this card, below the part that opens it. */
  readonly foot?: ReactNode
  onTap(): void
}

/**
 * One thing in a list: four elements at most, and the title is the card's own words, because a page of twenty must stay light on a cheap
 * phone.
 */
export function ListCard({ title, tag, tone = 'green', meta, line, edge, foot, onTap }: ListCardProps) {
  const card = classes(look.card, edge && look[`edge-${edge}`])
  const words = (
    <>
      {meta ? <View className={look.meta}>{meta}</View> : null}
      {tag ? <View className={look[tone]}>{tag}</View> : null}
      {title}
      {line ? <View className={look.line}>{line}</View> : null}
    </>
  )
  return foot ? (
    <View className={card}>
      <Tap className={look.words} onTap={onTap}>
        {words}
      </Tap>
      {foot}
    </View>
  ) : (
    <Tap className={card} onTap={onTap}>
      {words}
    </Tap>
  )
}
