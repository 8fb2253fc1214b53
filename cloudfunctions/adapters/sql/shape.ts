import type { Table } from '../../ports'
import { indexesOf, tableNames } from '../../tables'
import { columnsOf } from '../query'

/** One table as both dialects make it: id, the row as JSON, and a column that the database fills from it for every field an index names. */
export interface Shape {
  readonly table: Table
  readonly columns: readonly string[]
  readonly indexes: readonly { readonly name: string; readonly fields: readonly string[] }[]
}

export const shapes: readonly Shape[] = tableNames.map(table => ({
  table,
  columns: columnsOf(table),
  indexes: indexesOf(table).map(fields => ({
    name: `${table}_${fields.join('_')}`,
    // The id last makes the order total, so a page can go on exactly where the one before ended.
    fields: fields.at(-1) === 'id' ? fields : [...fields, 'id'],
  })),
}))

export const quoted = (name: string): string => `"${name}"`
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ')
