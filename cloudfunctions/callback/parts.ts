/** A part of what came in, whatever came in. */
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

/** One thing stands alone, several in an array. More than a question can ask about is nothing of WeChat's. */
export function listOf(value: unknown): readonly unknown[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value]
  return list.length <= 20 ? list : []
}
