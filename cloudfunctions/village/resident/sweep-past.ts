import { keptUntil, retention, type Swept } from '@/domain/resident/retention'
import type { Page, Ports, Store, Table } from '../../ports'
import { tables, type OwnSweep } from '../../tables'

/** At most so many of each in one sweep: the rest waits for the next. */
export const sweptAtOnce = 100

/** What the row of a table with a term says of it, whichever table it is. */
interface Term {
  readonly from: string
  readonly unless?: keyof typeof inUse
  readonly by?: OwnSweep
}
const termOf = (table: Swept): Term => tables[table].kept

/**
 * Takes away what has been kept as long as it may be; a table with a sweep of its own is left to that one. Each commit is whole by itself;
 * a sweep cut off or run twice does no harm.
 */
export async function sweepPast({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  for (const table of Object.keys(retention) as Swept[]) {
    if (termOf(table).by) continue
    if (!goOn()) return
    const ids = await past(store, table, keptUntil(table, clock.now()))
    if (ids.length > 0)
      await store.commit(async tx => {
        for (const id of ids) if (await tx.get(table, id)) await tx.remove(table, id)
      })
  }
}

/** Which of these rows are still in use, and so not past, by the word of the table's row. */
const inUse: Record<'bound', (store: Store, ids: readonly string[]) => Promise<readonly string[]>> = {
  bound: async (store, ids) => idsOf(await store.getMany('bindings', ids)),
}
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(row => row.id)

/**
 * Rows in use are old, so they come first in the index and would fill every page: in a table that can have them all rows are looked
 * through.
 */
async function past(store: Store, table: Swept, until: number): Promise<readonly string[]> {
  const { from: by, unless } = termOf(table)
  let after: string | undefined
  do {
    const query = { order: { by: by as 'id' }, until, limit: unless ? 500 : sweptAtOnce, after }
    const page: Page<Table> = await store.list(table, query)
    const ids = idsOf(page.rows)
    if (!unless) return ids
    const used = new Set(await inUse[unless](store, ids))
    const unused = ids.filter(id => !used.has(id))
    if (unused.length > 0) return unused.slice(0, sweptAtOnce)
    after = page.next ?? undefined
  } while (after !== undefined)
  return []
}
