import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useLatest } from '../latest'
import { ReadAloud } from './read-aloud'

/** Read aloud as soon as it stands there, and as often as wanted; where there is no voice the helper reads. Give it its words as key. */
export function Spoken({ aloud }: Parameters<typeof ReadAloud>[0]) {
  const latest = useLatest(aloud)
  useEffect(() => latest.current?.turn(), [latest])
  return aloud ? <ReadAloud aloud={aloud} /> : <View className='sub'>这台机器不会念，请帮忙的人把字念给本人听。</View>
}
