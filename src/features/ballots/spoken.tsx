import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useLatest } from '@/components/latest'
import { ReadAloud } from '@/components/read-aloud/read-aloud'
import { useReadAloud } from '@/platform/use-read-aloud'

/** Read aloud as soon as it stands there, and as often as wanted; on a phone without a voice the helper reads. Give it its words as key. */
export function Spoken({ words }: { readonly words: string }) {
  const aloud = useReadAloud(() => words)
  const latest = useLatest(aloud)
  useEffect(() => latest.current?.turn(), [latest])
  return aloud ? <ReadAloud aloud={aloud} /> : <View className='sub'>这部手机不会念，请帮忙的人把字念给本人听。</View>
}
