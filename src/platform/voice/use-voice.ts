import { useEffect, useState } from 'react'
import { useDidHide } from '@tarojs/taro'
import { canListen, listen, stopListening, type Ended } from './voice'

const endWords: Record<Ended, string | null> = {
  heard: null,
  nothing: '没有听清。请离手机近一点再说一遍，或者打字。',
  declined: '没有允许用话筒，打字也一样。写好的都在。',
  'used-up': '今天用话筒的人多，先打字吧。写好的都在。',
  failed: '没有听成，可能是网络不好。请再说一遍，或者打字；写好的都在。',
}

export interface Voice {
  readonly at: 'resting' | 'listening' | 'writing'
  readonly says: string | null
  turn(): void
}

/**
 * One field's ear: a tap starts it, a tap or leaving the page ends it. Words go to the `say` of the moment it was started. Null where
 * nothing can listen.
 */
export function useVoice(say: (words: string) => void): Voice | null {
  const [at, move] = useState<Voice['at']>('resting')
  const [says, tell] = useState<string | null>(null)
  const stop = () => {
    if (at !== 'listening') return
    move('writing')
    stopListening()
  }
  useEffect(() => stopListening, [])
  useDidHide(stop)
  if (!canListen) return null
  return {
    at,
    says,
    turn() {
      if (at !== 'resting') return stop()
      move('listening')
      tell(null)
      listen({
        heard: say,
        ended: how => {
          move('resting')
          tell(endWords[how])
        },
      })
    },
  }
}
