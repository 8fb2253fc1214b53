import { Text, View } from '@tarojs/components'
import { role } from '../aria'
import { arrowKeys } from '../choices/arrow-keys'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './segments.module.scss'

export interface SegmentsProps<Key extends string> {
  readonly label: string
  readonly items: readonly { readonly key: Key; readonly label: string; readonly count?: number | undefined }[]
  readonly at: Key
  onChange(key: Key): void
}

/** Parts of one page, one shown at a time. */
export function Segments<Key extends string>({ label, items, at, onChange }: SegmentsProps<Key>) {
  return (
    <View className={look.bar} {...role('tablist', label)}>
      {items.map(item => (
        <Tap
          key={item.key}
          as='tab'
          className={classes(look.item, item.key === at && look.on)}
          on={item.key === at}
          more={arrowKeys(item.key === at)}
          onTap={() => onChange(item.key)}
        >
          {item.label}
          {item.count ? <Text className={look.count}>{item.count}</Text> : null}
        </Tap>
      ))}
    </View>
  )
}
