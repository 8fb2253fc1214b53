import { useEffect, useRef, useState } from 'react'
import { Text } from '@tarojs/components'
import { useLatest } from '../latest'
import { leftOf } from './left'

export interface CountdownProps {
  /** The end and the present, in the server's milliseconds: the phone's own clock is not asked. */
  readonly until: number
  readonly now: number
  /** Before the time: 「还剩」 unless said. */
  readonly before?: string | undefined
  /** When it is over. */
  readonly over?: string | undefined
  readonly className?: string | undefined
  /** Once, when it runs out on screen: a vote that closes must say so to who hesitates. */
  readonly onOver?: (() => void) | undefined
}

/** Time left, brought up to date once a minute, and each second in the last one. */
export function Countdown({ until, now, before = '还剩', over = '已结束', className, onOver }: CountdownProps) {
  const opened = useRef({ now, at: Date.now() })
  if (opened.current.now !== now) opened.current = { now, at: Date.now() }
  const [, tick] = useState(0)
  const left = until - (opened.current.now + Date.now() - opened.current.at)
  const ended = left <= 0
  useEffect(() => {
    if (ended) return undefined
    const timer = setTimeout(() => tick(count => count + 1), left <= 60_000 ? Math.min(1000, Math.max(left, 16)) : (left % 60_000) + 50)
    return () => clearTimeout(timer)
  })
  const tell = useLatest(onOver)
  const was = useRef(ended)
  useEffect(() => {
    if (ended && !was.current) tell.current?.()
    was.current = ended
  }, [ended, tell])
  return <Text className={className ?? ''}>{ended ? over : `${before} ${leftOf(left)}`}</Text>
}
