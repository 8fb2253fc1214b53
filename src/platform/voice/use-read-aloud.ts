import { useEffect, useState } from 'react'
import { canSpeak, speak, stopSpeaking } from './speech'

export interface Aloud {
  readonly speaking: boolean
  turn(): void
}

/** Reads a page's words when asked, and stops when asked again or left. Null where the phone has no voice. */
export function useReadAloud(words: () => string): Aloud | null {
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => stopSpeaking, [])
  if (!canSpeak) return null
  return {
    speaking,
    turn() {
      if (speaking) return stopSpeaking()
      setSpeaking(true)
      speak(words(), () => setSpeaking(false))
    },
  }
}
