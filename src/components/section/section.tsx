import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { heading } from '../aria'
import { Tap } from '../tap/tap'
import look from './section.module.scss'

export interface SectionProps {
  readonly title: string
  /** A quiet remark at the right, when there is nothing to open. */
  readonly note?: string | undefined
  /** The words of the link at the right (「全部」); with onMore. */
  readonly more?: string | undefined
  readonly onMore?: (() => void) | undefined
  readonly children?: ReactNode
}

/** A part of a page under its own title. */
export function Section({ title, note, more, onMore, children }: SectionProps) {
  return (
    <View className={look.section}>
      <View className={look.head}>
        <View className='h3' {...heading(2)}>
          {title}
        </View>
        {note ? <Text className='small'>{note}</Text> : null}
        {more && onMore ? (
          <Tap className={look.more} as='link' label={`${title}：${more}`} onTap={onMore}>
            {more} ›
          </Tap>
        ) : null}
      </View>
      {children}
    </View>
  )
}
