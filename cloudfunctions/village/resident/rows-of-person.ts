import type { Match, Page, Query, Store } from '../../ports'
import { tables, type Owned, type Tables } from '../../tables'

/** A page of one person's rows, oldest or newest first, by the index that the table's row names. */
export function rowsOfPerson<T extends Owned>(
  store: Store,
  table: T,
  personId: string,
  { newestFirst = false, ...page }: Pick<Query<T>, 'limit' | 'after'> & { readonly newestFirst?: boolean },
): Promise<Page<T>> {
  const { of, by } = tables[table].person
  const order = { by: by as keyof Tables[T] & string, descending: newestFirst }
  return store.list(table, { match: { [of]: personId } as Match<T>, ...(by === 'id' ? {} : { order }), ...page })
}
