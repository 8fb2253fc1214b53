import type { Match, Query, Table } from '../ports'
import { indexesOf } from '../tables'
import { isStorable, type Scalar } from './rows'

export const mostAtOnce = 1000

/** Where a page ended: the ordered value and the id of its last row. */
export interface Place {
  readonly value: Scalar
  readonly id: string
}

/** A query, checked: it has an index, and every array in its match is spelt out. */
export interface Ask {
  readonly fields: readonly string[]
  /** One per combination of matched values: each is one unbroken run of the index. */
  readonly runs: readonly (readonly Scalar[])[]
  readonly by: string
  readonly descending: boolean
  readonly from: string | number | null
  readonly until: string | number | null
  readonly limit: number
  readonly after: Place | null
}

/** The rows asked for a page: one more than it shows, to know whether there is a next page. */
export const wholeLook = ({ limit }: Pick<Ask, 'limit'>): number => limit + 1

/**
 * How many rows of each run a page looks at first: its share and as much again. Thirty states have a few rows each on a page of twenty;
 * reading twenty-one of each made a list of a hundred thousand topics slower than one of a hundred. A run of which
 * all these rows came onto the page may hold more of the page, and is then read to the end of it.
 */
export const firstLook = (ask: Pick<Ask, 'runs' | 'limit'>): number =>
  Math.min(wholeLook(ask), Math.max(4, Math.ceil((2 * wholeLook(ask)) / ask.runs.length)))

/** Throws where the query is wrong in itself: no index, no sane limit, too many combinations. */
export function askOf<T extends Table>(table: T, query: Query<T>): Ask {
  const { match = {}, order, from = null, until = null, limit, after } = query
  if (!Number.isInteger(limit) || limit < 1 || limit > mostAtOnce)
    throw new Error(`A page of ${table} holds 1 to ${mostAtOnce} rows, not ${limit}`)
  const by = order?.by ?? 'id'
  const fields = Object.keys(match)
  if (!indexFor(table, fields, by)) throw noIndex(table, fields, by)
  return {
    fields,
    runs: runsOf(table, fields, match),
    by,
    descending: order?.descending ?? false,
    from,
    until,
    limit,
    after: readPlace(after),
  }
}

export interface CountAsk {
  readonly fields: readonly string[]
  readonly runs: readonly (readonly Scalar[])[]
}

export function countAskOf<T extends Table>(table: T, match: Match<T>): CountAsk {
  const fields = Object.keys(match)
  const fits = fields.includes('id')
    ? known(table, fields)
    : fields.length > 0 && indexesOf(table).some(index => sameFields(index.slice(0, fields.length), fields))
  if (!fits) throw noIndex(table, fields)
  return { fields, runs: runsOf(table, fields, match) }
}

/** `countBy` as a match, its field first. */
export function countByAskOf<T extends Table>(table: T, field: string, values: readonly string[], match: Match<T> = {}): CountAsk {
  if (field in match) throw new Error(`${table} is counted by ${field} and cannot be matched by it too`)
  return countAskOf(table, { [field]: values, ...match } as Match<T>)
}

export function idsOf(table: Table, ids: readonly string[]): string[] {
  if (ids.length > mostAtOnce) throw new Error(`At most ${mostAtOnce} rows of ${table} at once, not ${ids.length}`)
  return [...new Set(ids)].filter(isStorable)
}

export const writePlace = (place: Place): string => Buffer.from(JSON.stringify([place.value, place.id])).toString('base64url')

/** Null, and so the beginning of the list, for a text that is no place: it comes from a phone and must not make the query fail. */
function readPlace(text: string | undefined): Place | null {
  if (text === undefined) return null
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(read) || read.length !== 2) return null
  const [value, id] = read as [unknown, unknown]
  return isScalar(value) && typeof id === 'string' && isStorable(value) && isStorable(id) ? { value, id } : null
}

const isScalar = (value: unknown): value is Scalar => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** An index fits when it is the matched fields, in any order among themselves, then the ordered one; every index ends with the id. */
function indexFor(table: Table, fields: readonly string[], by: string): boolean {
  if (fields.includes('id')) return known(table, [...fields, by])
  if (by === 'id' && fields.length === 0) return true
  return indexesOf(table).some(index => {
    const named = index.at(-1) === 'id' ? index.slice(0, -1) : index
    return by === 'id' ? sameFields(named, fields) : named.at(-1) === by && sameFields(named.slice(0, -1), fields)
  })
}

const sameFields = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every(field => others.includes(field))
const known = (table: Table, fields: readonly string[]) => fields.every(field => field === 'id' || columnsOf(table).includes(field))

/** The fields of a table that its indexes name, the id aside. */
export const columnsOf = (table: Table): string[] => [...new Set(indexesOf(table).flat())].filter(field => field !== 'id')

const noIndex = (table: Table, fields: readonly string[], by?: string) =>
  new Error(
    `${table} has no index for [${fields.join(', ')}]${by === undefined ? '' : ` in order of ${by}`}; ` +
      `tables.ts has ${JSON.stringify(indexesOf(table))}`,
  )

function runsOf<T extends Table>(table: T, fields: readonly string[], match: Match<T>): Scalar[][] {
  let runs: Scalar[][] = [[]]
  for (const field of fields) {
    const asked = match[field as keyof Match<T>] as Scalar | readonly Scalar[] | undefined
    // A field without a value must never widen the list to everybody's rows.
    if (asked === undefined) throw new Error(`${table} is matched by ${field} without a value`)
    const values = [...new Set(Array.isArray(asked) ? (asked as readonly Scalar[]) : [asked as Scalar])].filter(isStorable)
    runs = runs.flatMap(run => values.map(value => [...run, value]))
    if (runs.length > mostAtOnce) throw new Error(`${table} is matched by more than ${mostAtOnce} combinations of values`)
  }
  return runs
}
