import { libsqlStore, type Writable } from '../../adapters/sql/libsql'
import type { LoadableStore } from '../../adapters/bulk-load'
import type { Files, Ports, Row, Store, Table } from '../../ports'
import { tableNames } from '../../tables'
import { allRows } from '../../village/ground/all-rows'
import { liveThrough } from './history'
import { demoPeople, orgId, type DemoPeople } from './people'

export type Progress = (line: string) => void

export const isLoaded = async (store: Store): Promise<boolean> => (await store.get('orgs', orgId)) !== undefined

export type DemoNeeds = Pick<Ports, 'files' | 'isRestDay'> & { readonly now: number; readonly progress: Progress }

/** Writes the demo village down as a new embedded database; nothing is at that address before it is whole. */
export async function newDemoVillage(file: string, needs: DemoNeeds): Promise<void> {
  await lived(needs, draft => draft.writeTo(file))
}

/**
 * Fills a store with the demo village. The village itself comes last: while it is missing, a load that was broken off starts again over the
 * same rows.
 */
export async function loadDemoVillage(store: LoadableStore, needs: DemoNeeds): Promise<void> {
  await lived(needs, async (draft, people) => {
    for (const table of tableNames) if (table !== 'orgs') await inParts(store, table, await allRows(draft, table, {}))
    await store.bulkLoad('orgs', [people.org])
  })
}

/** Its people, and half a year lived through in memory by the real rules up to `now`. */
async function lived(
  { files, isRestDay, now, progress }: DemoNeeds,
  keep: (draft: LoadableStore & Writable, people: DemoPeople) => Promise<void>,
): Promise<void> {
  const people = demoPeople()
  const draft = libsqlStore(':memory:')
  try {
    for (const [table, rows] of Object.entries({
      orgs: [people.org],
      people: people.people,
      rollPlaces: people.rollPlaces,
      accounts: people.accounts,
      bindings: people.accounts.map(({ id, personId }) => ({ id: personId, orgId, accountId: id, at: 0 })),
    }) as [Table, readonly Row<Table>[]][])
      await inParts(draft, table, rows)
    progress(`${people.people.length} 人，2600 户，${people.rollPlaces.length} 个名册位置 · people, households, rolls`)
    const pictures = behind(files)
    await liveThrough(draft, pictures, isRestDay, people, now, share => {
      progress(`半年的议事 ${Math.round(share * 100)}% · half a year of matters`)
    })
    await pictures.allWritten()
    await keep(draft, people)
    progress('示范村装好了 · loaded')
  } finally {
    await draft.close()
  }
}

/** Writes pictures in the background: each waits for two syncs of the disk, and the story need not wait with it. */
function behind(files: Files): Files & { allWritten(): Promise<void> } {
  const begun = new Map<string, Promise<void>>()
  return {
    async put(id, bytes, mime) {
      const written = files.put(id, bytes, mime)
      // A failure is thrown to `allWritten` and to readers later. Until somebody waits for it, Node would end the process over it.
      written.catch(() => undefined)
      begun.set(id, written)
    },
    async get(id) {
      await begun.get(id)
      return files.get(id)
    },
    async remove(id) {
      await begun.get(id)
      await files.remove(id)
    },
    async allWritten() {
      await Promise.all(begun.values())
    },
  }
}

/** In parts that leave room for other work between them. */
async function inParts<T extends Table>(store: LoadableStore, table: T, rows: readonly Row<T>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 5000) await store.bulkLoad(table, rows.slice(from, from + 5000))
}
