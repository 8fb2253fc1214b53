import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { role } from '../aria'
import { classes } from '../classes'
import { useLatest } from '../latest'
import look from './toast.module.scss'

export interface ToastProps {
  /** null: nothing to say. */
  readonly text: string | null
  readonly tone?: 'plain' | 'red' | undefined
  /** Called when it has been read long enough; the owner then sets text to null. */
  onGone(): void
}

/** A short word after an action: 「已附议」. The region is always there, so that a screen reader hears what enters it. */
export function Toast({ text, tone = 'plain', onGone }: ToastProps) {
  const gone = useLatest(onGone)
  useEffect(() => {
    if (text === null) return undefined
    // Long words are given longer: about six characters a second, three seconds at least.
    const timer = setTimeout(() => gone.current(), Math.max(3000, text.length * 170))
    return () => clearTimeout(timer)
  }, [text, gone])
  return (
    <View className={look.place} {...role('status', undefined, { 'aria-live': 'polite' })}>
      {text === null ? null : <View className={classes(look.toast, tone === 'red' && look.red)}>{text}</View>}
    </View>
  )
}
