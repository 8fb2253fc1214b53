import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { role } from '../aria'
import look from './skeleton.module.scss'

const patience = 3_000

/**
 * The shape of what is coming: a list of cards, or one page of text. After a while it says that the network is slow, not the app broken.
 */
export function Skeleton({
  look: shape = 'cards',
  rows = 4,
}: {
  readonly look?: 'cards' | 'page' | undefined
  readonly rows?: number | undefined
}) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <View {...role('status', '正在打开', { 'aria-live': 'polite' })}>
      {slow ? <View className='sub'>网络有点慢，还在等，请稍候…</View> : null}
      {shape === 'page' ? (
        <>
          <View className={look.title} />
          <View className={look.short} />
        </>
      ) : null}
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className={look.card} />
      ))}
    </View>
  )
}
