import { libsqlStore } from '../../adapters/sql/libsql'
import type { LoadableStore } from '../../adapters/bulk-load'
import type { Files, Ports, Row, Store, Table } from '../../ports'
import { indexes } from '../../tables'
import { all } from '../../village/everything'
import { liveThrough } from './history'
import { demoPeople, orgId } from './people'

export type Progress = (line: string) => void

export const isLoaded = async (store: Store): Promise<boolean> => (await store.get('orgs', orgId)) !== undefined

/**
 * Fills a store with the demo village: its people, and half a year lived through in memory by the real rules up to `now`. The village
 * itself comes last: while it is missing, a load that was broken off starts again over the same rows.
 */
export async function loadDemoVillage(store: LoadableStore, files: Files, isRestDay: Ports['isRestDay'], now: number, progress: Progress): Promise<void> {
  const people = demoPeople()
  const draft = libsqlStore(':memory:')
  try {
    for (const [table, rows] of Object.entries({ orgs: [people.org], people: people.people, rollPlaces: people.rollPlaces, accounts: people.accounts, bindings: people.accounts.map(({ id, personId }) => ({ id: personId, orgId, accountId: id, at: 0 })) }) as [Table, readonly Row<Table>[]][]) await inParts(draft, table, rows)
    progress(`${people.people.length} 人，2600 户，${people.rollPlaces.length} 个名册位置 · people, households, rolls`)
    await liveThrough(draft, files, isRestDay, people, now, share => { progress(`半年的议事 ${Math.round(share * 100)}% · half a year of matters`) })
    for (const table of Object.keys(indexes) as Table[]) if (table !== 'orgs') await inParts(store, table, await all(draft, table, {}))
    await store.bulkLoad('orgs', [people.org])
    progress('示范村装好了 · loaded')
  } finally {
    await draft.close()
  }
}

/** In parts that leave room for other work between them. */
async function inParts<T extends Table>(store: LoadableStore, table: T, rows: readonly Row<T>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5000) await store.bulkLoad(table, rows.slice(from, from + 5000))
}
