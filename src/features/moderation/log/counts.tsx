import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { Client } from '@/platform/talk-to-server/client'
import { countWords } from './words'

export function CountsLine({ call }: { readonly call: Client }) {
  const [says, say] = useState('')
  useEffect(() => {
    // A line at the foot: without an answer it is left out.
    call('case.counts', {}).then(
      reply => {
        if (reply.ok) say(countWords(reply.value))
      },
      () => undefined,
    )
  }, [call])
  return says ? <View className='small lead'>{says}</View> : null
}
