/** What is wrong with a value, in words that name its place; null where it is as it should be. */
export type Shape = (value: unknown, at: string) => string | null

const shown = (value: unknown): string => (JSON.stringify(value) ?? '没有写').slice(0, 40)
const wrong = (at: string, wants: string, value: unknown): string => `${at} 要是${wants}，不能是 ${shown(value)}`

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Exactly these fields: one missing and one too many are both named. */
export function fields(of: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  const needed = Object.entries(of),
    may = Object.entries(optional)
  return (value, at) => {
    if (!isObject(value)) return wrong(at, '一个对象', value)
    let known = 0
    for (const [name, shape] of needed) {
      if (!Object.hasOwn(value, name)) return `${at} 缺少 ${name}`
      const fault = shape(value[name], `${at}.${name}`)
      if (fault !== null) return fault
      known += 1
    }
    for (const [name, shape] of may) {
      if (!Object.hasOwn(value, name)) continue
      const fault = shape(value[name], `${at}.${name}`)
      if (fault !== null) return fault
      known += 1
    }
    const names = Object.keys(value)
    if (names.length === known) return null
    return `${at} 有多出来的一项 ${names.find(name => !Object.hasOwn(of, name) && !Object.hasOwn(optional, name)) ?? ''}`
  }
}

export const listOf =
  (shape: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong(at, '一个数组', value)
    for (const [index, item] of value.entries()) {
      const fault = shape(item, `${at}[${index + 1}]`)
      if (fault !== null) return fault
    }
    return null
  }

export const orNull =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? null : shape(value, at)
export const text: Shape = (value, at) => (typeof value === 'string' ? null : wrong(at, '文字', value))
const hash = /^[0-9a-f]{64}$/
export const hash64: Shape = (value, at) => (typeof value === 'string' && hash.test(value) ? null : wrong(at, ' 64 位指纹', value))
export const whole: Shape = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? null : wrong(at, '不小于零的整数', value)
export const yesOrNo: Shape = (value, at) => (typeof value === 'boolean' ? null : wrong(at, ' true 或 false', value))
export const oneOf =
  (...values: readonly (string | number)[]): Shape =>
  (value, at) =>
    values.includes(value as string | number) ? null : wrong(at, ` ${values.join('、')} 之一`, value)
export const matching =
  (pattern: RegExp, wants: string): Shape =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? null : wrong(at, wants, value)
