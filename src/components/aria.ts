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

/** What WeChat has no word for; there it would only make the page heavier. */
export const inBrowser = (more: Aria): Aria => (process.env.TARO_ENV === 'h5' ? more : {})

export const heading = (level: 1 | 2 | 3): Aria => role('heading', undefined, inBrowser({ 'aria-level': level }))

/** For marks that only repeat what the words beside them say. */
export const hidden: Aria = { 'aria-hidden': true }
