import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Row, Table } from '../../ports'
import type { LoadableStore } from '../../adapters/bulk-load'
import { libsqlStore } from '../../adapters/sql/libsql'
import { postgresStore } from '../../adapters/sql/postgres'
import { startPostgres } from '../../adapters/sql/postgres-for-tests'
import { freshStore } from './fresh-store'
import { smallVillage } from './small-village'
import { interleave, readyVillage } from './urn-model-for-tests'

const onCloudBase = process.env.VILLAGE_STORE === 'cloudbase'
const from = (n: number): number[] => Array.from({ length: n }, (_, seed) => seed + 1)

async function villageOn(store: LoadableStore) {
  const village = smallVillage({ store })
  for (const [table, rows] of Object.entries(village.seed)) await store.bulkLoad(table as Table, rows as readonly Row<Table>[])
  return readyVillage(village)
}

describe('phones, device, paper, proxies, second thoughts, lost answers, all at once: one ballot each, none lost, the sum holds', () => {
  test.runIf(!onCloudBase)(
    'in 5,000 votes on the embedded store',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'village-urn-'))
      const store = libsqlStore(path.join(folder, 'village.db'))
      try {
        await interleave(await villageOn(store), from(5000), { atOnce: 250, most: 12 })
        expect(await store.count('motions', { settledAt: null })).toBe(0)
      } finally {
        await store.close()
        rmSync(folder, { recursive: true })
      }
    },
    1_800_000,
  )

  test.runIf(!onCloudBase)(
    'in 500 votes on PostgreSQL, over eight connections',
    async () => {
      const server = await startPostgres()
      const store = await postgresStore(await server.database(), 8)
      try {
        await interleave(await villageOn(store), from(500), { atOnce: 50, most: 12 })
        expect(await store.count('motions', { settledAt: null })).toBe(0)
      } finally {
        await store.close()
        await server.stop()
      }
    },
    1_800_000,
  )

  test.runIf(onCloudBase)(
    'in 500 votes on CloudBase',
    async () => {
      const store = freshStore({})
      await interleave(await villageOn(store), from(500), { atOnce: 25, most: 10 })
      expect(await store.count('motions', { settledAt: null })).toBe(0)
    },
    1_800_000,
  )
})
