/** One way to tamper with a record, and where. */
export interface Mutation {
  readonly what: string
  readonly at: string
  readonly forged: unknown
}

type Path = readonly (string | number)[]
type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

const flippedText = (text: string): string[] => {
  const [first = '', ...rest] = [...text]
  const other = /[0-9a-e]/.test(first) ? (first === 'a' ? 'b' : 'a') : first === '甲' ? '乙' : '甲'
  return [`${other}${rest.join('')}`, `${text}0`, ...(text.length > 1 ? [text.slice(0, -1), [...text].reverse().join('')] : [])].filter(
    changed => changed !== text,
  )
}

function flips(value: Json): { readonly what: string; readonly to: Json }[] {
  if (typeof value === 'string')
    return [...flippedText(value).map(to => ({ what: 'flip', to })), { what: 'flip', to: null }, { what: 'flip', to: 0 }]
  if (typeof value === 'number') return [value + 1, value - 1, value + 0.5, `${value}`, null].map(to => ({ what: 'flip', to }))
  if (typeof value === 'boolean') return [{ what: 'flip', to: !value }]
  if (value === null)
    return [
      { what: 'flip', to: 'x' },
      { what: 'flip', to: 0 },
    ]
  return []
}

/** Every flip of every value, every field dropped or added, every item dropped, doubled, moved or added: `several` of each long list. */
export function* mutationsOf(record: object, several: (length: number) => readonly number[]): Generator<Mutation> {
  const root = JSON.parse(JSON.stringify(record)) as Json
  const tampered = (path: Path, change: (value: Json) => Json): Json => {
    const inside = (value: Json, depth: number): Json => {
      const step = path[depth]
      if (step === undefined) return change(value)
      if (Array.isArray(value)) return (value as readonly Json[]).map((item, index) => (index === step ? inside(item, depth + 1) : item))
      const held = value as { readonly [name: string]: Json }
      return { ...held, [step]: inside(held[step] ?? null, depth + 1) }
    }
    return inside(root, 0)
  }
  function* walk(value: Json, path: Path): Generator<Mutation> {
    const at = path.join('.')
    for (const { what, to } of flips(value)) yield { what, at, forged: tampered(path, () => to) }
    if (Array.isArray(value)) {
      const list = value as readonly Json[]
      const changed = (what: string, index: number, to: readonly Json[]): Mutation => ({
        what,
        at: `${at}.${index}`,
        forged: tampered(path, () => to),
      })
      for (const index of several(list.length)) {
        const item = list[index] ?? null
        yield changed(
          'drop',
          index,
          list.filter((_, other) => other !== index),
        )
        yield changed('duplicate', index, [...list.slice(0, index), item, ...list.slice(index)])
        yield changed('add', index, [...list, item])
        if (index > 0)
          yield changed('reorder', index, [...list.slice(0, index - 1), item, list[index - 1] ?? null, ...list.slice(index + 1)])
        yield* walk(item, [...path, index])
      }
      if (list.length > 2) yield changed('reorder', 0, [...list].reverse())
      if (list.length === 0) for (const one of ['x', 0, {}]) yield changed('add', 0, [one])
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, held] of Object.entries(value)) {
        yield {
          what: 'drop',
          at: `${at}.${name}`,
          forged: tampered(
            path,
            object => Object.fromEntries(Object.entries(object as object).filter(([other]) => other !== name)) as Json,
          ),
        }
        yield* walk(held, [...path, name])
      }
      yield {
        what: 'add',
        at: `${at}.more`,
        forged: tampered(path, object => ({ ...(object as { readonly [name: string]: Json }), more: 1 })),
      }
    }
  }
  yield* walk(root, [])
}
