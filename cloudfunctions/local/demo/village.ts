import type { LoadableStore } from '../../adapters/bulk-load'
import type { Row, Table } from '../../ports'
import { demoPeople, orgId } from './people'

export type Progress = (done: string) => void

export const isLoaded = async (store: LoadableStore): Promise<boolean> => (await store.get('orgs', orgId)) !== undefined

/** Fills a store with the demo village. The village itself comes last: while it is missing, a load that was broken off starts again over the same rows. */
export async function loadDemoVillage(store: LoadableStore, progress: Progress): Promise<void> {
  const { org, people, rollPlaces, accounts } = demoPeople()
  await inParts(store, 'people', people)
  await inParts(store, 'rollPlaces', rollPlaces)
  await inParts(store, 'accounts', accounts)
  progress(`${people.length} 人、${rollPlaces.length} 个名册位置`)
  await store.bulkLoad('orgs', [org])
}

/** In parts that leave room for other work between them. */
async function inParts<T extends Table>(store: LoadableStore, table: T, rows: readonly Row<T>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5000) await store.bulkLoad(table, rows.slice(from, from + 5000))
}
