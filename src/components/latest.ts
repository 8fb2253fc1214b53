import { useRef } from 'react'

/** The newest of what a page passes in, for a timer or a key that was set up earlier. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const held = useRef(value)
  held.current = value
  return held
}
