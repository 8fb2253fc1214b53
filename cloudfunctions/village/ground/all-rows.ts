import type { Page, Query, Row, Store, Table } from '../../ports'

/** Every row of a query, page by page. For the village's own work; on a resident's path lists stay paged. */
export async function* everything<T extends Table>(
  store: Store,
  table: T,
  query: Omit<Query<T>, 'limit' | 'after'>,
): AsyncGenerator<Row<T>> {
  let after: string | undefined
  do {
    const page: Page<T> = await store.list(table, { ...query, limit: 500, ...(after === undefined ? {} : { after }) })
    yield* page.rows
    after = page.next ?? undefined
  } while (after !== undefined)
}

export async function all<T extends Table>(store: Store, table: T, query: Omit<Query<T>, 'limit' | 'after'>): Promise<Row<T>[]> {
  const rows: Row<T>[] = []
  for await (const row of everything(store, table, query)) rows.push(row)
  return rows
}
