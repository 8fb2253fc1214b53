import { View } from '@tarojs/components'
import { role } from '../aria'
import look from './skeleton.module.scss'

/** The shape of what is coming: a list of cards, or one page of text. */
export function Skeleton({ look: shape = 'cards', rows = 4 }: { readonly look?: 'cards' | 'page' | undefined; readonly rows?: number | undefined }) {
  return (
    <View {...role('status', '正在打开', { 'aria-live': 'polite' })}>
      {shape === 'page' ? <><View className={look.title} /><View className={look.short} /></> : null}
      {Array.from({ length: rows }, (_, index) => <View key={index} className={look.card} />)}
    </View>
  )
}
