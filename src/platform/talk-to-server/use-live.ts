import { useEffect, useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { live } from './live'
import { whenBackOnline } from './network'

/**
 * Looks again every so many seconds while the page is on the screen, and at once where the network or the browser's tab comes back. Null:
 * not now. A page that is opened again looks for itself.
 */
export function useLive(ask: () => Promise<void> | void, seconds: number | null) {
  const newest = useRef(ask)
  newest.current = ask
  const away = useRef(false)
  const running = useRef<ReturnType<typeof live> | null>(null)
  useEffect(() => {
    if (seconds === null) return undefined
    const here = (running.current = live(() => newest.current(), seconds))
    here.wake()
    const stopHearing = whenBackOnline(() => {
      if (!away.current) void here.look()
    })
    const stopWatching = whenTabTurns(seen => {
      if (!seen || away.current) return here.rest()
      here.wake()
      void here.look()
    })
    return () => {
      here.rest()
      stopHearing()
      stopWatching()
      running.current = null
    }
  }, [seconds])
  useDidShow(() => {
    away.current = false
    running.current?.wake()
  })
  useDidHide(() => {
    away.current = true
    running.current?.rest()
  })
}

/** A browser's tab lies behind another one, or comes to the front; WeChat hides and shows the page itself. */
function whenTabTurns(run: (seen: boolean) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    const turned = () => run(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', turned)
    return () => document.removeEventListener('visibilitychange', turned)
  } else {
    return () => undefined
  }
}
