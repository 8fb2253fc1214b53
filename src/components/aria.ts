type Aria = Readonly<Record<string, unknown>>

/**
 * What a screen reader is told about an element: WeChat reads `aria-role`, a browser `role`.
 * An absent label is left out, so that the words inside speak for themselves.
 */
export const role = (name: string, label?: string, more: Aria = {}): Aria => ({
  [process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role']: name,
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...more,
})

/** For marks that only repeat what the words beside them say. */
export const hidden: Aria = { 'aria-hidden': true }
