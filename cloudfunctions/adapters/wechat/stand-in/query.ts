import { indexesOf } from '../../../tables'
import type { Table } from '../../../ports'
import { Refused } from './refused'

export type Doc = Readonly<Record<string, unknown>> & { readonly _id: string }
type Filter = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Filter => typeof value === 'object' && value !== null && !Array.isArray(value)
const isOperators = (value: unknown): value is Filter =>
  isPlain(value) && Object.keys(value).length > 0 && Object.keys(value).every(key => key.startsWith('$'))

/** What the server keeps of an order among values: null, then numbers, then text by its UTF-8 bytes, then true and false. */
export function order(a: unknown, b: unknown): number {
  const x = rankOf(a),
    y = rankOf(b)
  if (x !== y) return x - y
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a === b || x === 0 ? 0 : Number(a) - Number(b)
}
const kinds = ['number', 'string', 'object', 'boolean']
const rankOf = (value: unknown): number => (value === null || value === undefined ? 0 : kinds.indexOf(typeof value) + 1)

const same = (a: unknown, b: unknown): boolean =>
  rankOf(a) === rankOf(b) && (typeof a === 'object' && a !== null ? JSON.stringify(a) === JSON.stringify(b) : order(a, b) === 0)
/** Bounds hold only among values of one kind. */
const bound =
  (holds: (difference: number) => boolean) =>
  (value: unknown, given: unknown): boolean =>
    rankOf(value) === rankOf(given) && rankOf(value) > 0 && holds(order(value, given))

const operators: Readonly<Record<string, (value: unknown, given: unknown) => boolean>> = {
  $eq: same,
  $ne: (value, given) => !same(value, given),
  $in: (value, given) => Array.isArray(given) && given.some(each => same(value, each)),
  $gt: bound(difference => difference > 0),
  $gte: bound(difference => difference >= 0),
  $lt: bound(difference => difference < 0),
  $lte: bound(difference => difference <= 0),
}

export function matches(doc: Doc, filter: Filter): boolean {
  return Object.entries(filter).every(([key, wanted]) => {
    if (key === '$and' || key === '$or') {
      const parts = wanted as readonly Filter[]
      return key === '$and' ? parts.every(part => matches(doc, part)) : parts.some(part => matches(doc, part))
    }
    if (!isOperators(wanted)) return same(doc[key], wanted)
    return Object.entries(wanted).every(([name, given]) => {
      const operator = operators[name]
      if (!operator) throw new Refused('DATABASE_REQUEST_FAILED', `the stand-in does not know ${name}`)
      return operator(doc[key], given)
    })
  })
}

export function sorted(docs: readonly Doc[], by: Readonly<Record<string, number>>): Doc[] {
  const fields = Object.entries(by)
  return [...docs].sort((a, b) => {
    for (const [field, way] of fields) {
      const difference = order(a[field], b[field])
      if (difference !== 0) return difference * way
    }
    return 0
  })
}

/** What a filter compares for equality, and what it bounds. */
function fieldsOf(filter: Filter, into = { equal: new Set<string>(), bounded: new Set<string>() }) {
  for (const [key, wanted] of Object.entries(filter)) {
    if (key === '$and' || key === '$or') for (const part of wanted as readonly Filter[]) fieldsOf(part, into)
    else if (!isOperators(wanted) || '$eq' in wanted || '$in' in wanted) into.equal.add(key)
    else into.bounded.add(key)
  }
  return into
}

/**
 * The real server answers any query, by reading everything where it must; this one refuses what no index of the village's covers: the
 * fields compared for equality first, then the one that is ordered or bounded.
 */
export function refuseUncovered(collection: string, filter: Filter, by: Readonly<Record<string, number>> = {}): void {
  const { equal, bounded } = fieldsOf(filter)
  const matched = filter._id === undefined ? equal : new Set<string>()
  const onward = [...new Set([...bounded, ...Object.keys(by)])].filter(field => field !== '_id')
  if (filter._id !== undefined && onward.length === 0) return
  for (const field of onward) matched.delete(field)
  matched.delete('_id')
  const wanted = matched.size + onward.length
  const covered =
    wanted === 0 ||
    (onward.length < 2 &&
      indexesOf(collection as Table).some(
        index =>
          index.slice(0, matched.size).every(field => matched.has(field)) &&
          index.length >= wanted &&
          (onward[0] === undefined || index[matched.size] === onward[0]),
      ))
  if (!covered)
    throw new Refused(
      'DATABASE_REQUEST_FAILED',
      `no index of ${collection} covers [${[...matched].join(', ')}] then [${onward.join(', ')}]`,
    )
}
