import type { Row, Store, Table } from '../ports'

/** Fills a table in one go, for a village just set up: rows are put, all of one call or none, and not in the order given. */
export interface BulkLoad {
  bulkLoad<T extends Table>(table: T, rows: readonly Row<T>[]): Promise<void>
}

export type LoadableStore = Store & BulkLoad
