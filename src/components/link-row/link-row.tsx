import { Text, View } from '@tarojs/components'
import { Tap } from '../tap/tap'
import look from './link-row.module.scss'

export interface LinkRowProps {
  readonly title: string
  readonly line?: string | undefined
  /** At the right: the present value, a count. */
  readonly value?: string | undefined
  onTap(): void
}

/** A row that leads somewhere. Several stand together in one LinkRows. */
export function LinkRow({ title, line, value, onTap }: LinkRowProps) {
  return (
    <Tap className={look.row} as='link' onTap={onTap}>
      <View className={look.words}>
        <View className={look.title}>{title}</View>
        {line ? <View className='small'>{line}</View> : null}
      </View>
      {value ? <Text className='small'>{value}</Text> : null}
      <Text className={look.go} aria-hidden>
        ›
      </Text>
    </Tap>
  )
}

export function LinkRows({ children }: { readonly children: React.ReactNode }) {
  return <View className={look.rows}>{children}</View>
}
