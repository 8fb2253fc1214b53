import type { Row, Table } from '../ports'

export type Scalar = string | number | boolean | null

/** A NUL, or half of a character: PostgreSQL stores neither, so no store does. */
const unstorable = /[\0\p{Surrogate}]/u

/** Whether any row could hold this text; a phone may ask for anything. */
export const isStorable = (value: Scalar): boolean => typeof value !== 'string' || !unstorable.test(value)

/** A row as it is kept. */
export function toJson(table: Table, row: object): string {
  const json = JSON.stringify(row)
  // A cheap test first: almost no row has these escapes, and only a row that has one is searched field by field.
  if (/\\u(?:0000|d[89a-f])/i.test(json)) refuseUnstorable(table, row)
  return json
}

export const fromJson = <T extends Table>(json: string): Row<T> => JSON.parse(json) as Row<T>

/** What a row holds in a field that an index names. */
export function valueOf(row: object, field: string): Scalar {
  const value = (row as Readonly<Record<string, unknown>>)[field] ?? null
  if (typeof value === 'object' && value !== null) throw new Error(`${field} is indexed and must hold a single value`)
  return value as Scalar
}

/**
 * One order in every store: null first, then false and true as 0 and 1 among the numbers, then text by its UTF-8 bytes.
 * (JavaScript's own < puts 𠮷 before ｋ, no database does.)
 */
export function compare(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  const x = weight(a),
    y = weight(b)
  return x < y ? -1 : x > y ? 1 : 0
}

const weight = (value: Scalar): number => (value === null ? -Infinity : typeof value === 'string' ? Infinity : Number(value))

function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at += 1) {
    const x = a.charCodeAt(at),
      y = b.charCodeAt(at)
    if (x !== y) return lifted(x) - lifted(y)
  }
  return a.length - b.length
}

/** Makes UTF-16 units sort as UTF-8 does: surrogates stand for the highest characters and yet lie below U+E000. */
const lifted = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit)

function refuseUnstorable(table: Table, value: unknown): void {
  if (typeof value === 'string' && !isStorable(value)) throw new Error(`A row of ${table} holds a character that cannot be stored`)
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      refuseUnstorable(table, key)
      refuseUnstorable(table, inner)
    }
}
