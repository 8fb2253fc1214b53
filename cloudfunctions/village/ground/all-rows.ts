import type { Page, Query, Row, Store, Table } from '../../ports'

/**
 * Every row of a query, one at a time, fetched page by page. For the village's own work: what answers a resident gives a page, or its cost
 * would grow with the village.
 */
export async function* eachRow<T extends Table>(store: Store, table: T, query: Omit<Query<T>, 'limit' | 'after'>): AsyncGenerator<Row<T>> {
  let after: string | undefined
  do {
    const page: Page<T> = await store.list(table, { ...query, limit: 500, ...(after === undefined ? {} : { after }) })
    yield* page.rows
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** The same, held in memory all at once. */
export async function allRows<T extends Table>(store: Store, table: T, query: Omit<Query<T>, 'limit' | 'after'>): Promise<Row<T>[]> {
  const rows: Row<T>[] = []
  for await (const row of eachRow(store, table, query)) rows.push(row)
  return rows
}
