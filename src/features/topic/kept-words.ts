import { useState } from 'react'
import { isText, kept } from '@/platform/files/storage'

/**
 * Words of a short form, kept on the phone at every letter: leaving the page or a killed app loses none. Empty words are forgotten;
 * `before` is what stood there when nothing was kept.
 */
export function useKeptWords(key: string, before = ''): readonly [string, (words: string) => void] {
  const drawer = kept(key, isText)
  const [at, setAt] = useState(() => ({ key, words: drawer.get() ?? before }))
  const words = at.key === key ? at.words : (drawer.get() ?? before)
  const write = (next: string) => {
    if (next === '') drawer.remove()
    else drawer.set(next)
    setAt({ key, words: next })
  }
  return [words, write]
}
