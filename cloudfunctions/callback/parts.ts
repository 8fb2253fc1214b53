/** A field of something of unknown shape; undefined where it has none. */
export const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined

const digits = /^-?\d{1,20}$/
/** WeChat writes the same field as a number in one event and as a string in the next. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null
export function numberOf(value: unknown): number | null {
  const text = textOf(value)
  return text !== null && digits.test(text) ? Number(text) : null
}

/** WeChat sends one item alone and several as an array. A list longer than one question may ask about is not WeChat's: empty. */
export function listOf(value: unknown): readonly unknown[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value]
  return list.length <= 20 ? list : []
}
