import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterAll, describe, expect, test } from 'vitest'
import type { Query, Table } from '../../ports'
import { indexesOf, tableNames } from '../../tables'
import { askOf } from '../query'
import { storeContract } from '../store.contract'
import { libsqlStore, pageSql } from './libsql'
import { shapes } from './shape'

const folder = mkdtempSync(path.join(tmpdir(), 'village-libsql-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
let files = 0
const newFile = () => path.join(folder, `${(files += 1)}.db`)

describe('libsql store', () => {
  storeContract(async () => libsqlStore(newFile()))

  test('rows are there when the file is opened again', async () => {
    const file = newFile(),
      account = { id: 'wx1', orgId: 'o1', personId: 'p1' }
    const before = libsqlStore(file)
    void before.put('accounts', account)
    await before.close()
    const after = libsqlStore(file)
    expect((await after.list('accounts', { match: { personId: 'p1' }, limit: 1 })).rows).toEqual([account])
    await after.close()
  })

  test('a store in memory is written down whole, over what was left of another and of a try that was broken off', async () => {
    const file = newFile(),
      account = { id: 'wx1', orgId: 'o1', personId: 'p1' }
    const other = libsqlStore(file)
    await other.put('accounts', { id: 'wx0', orgId: 'o1', personId: 'p0' })
    const log = readFileSync(`${file}-wal`)
    await other.close()
    writeFileSync(`${file}-wal`, log)
    writeFileSync(`${file}.part`, 'half a village')
    const draft = libsqlStore(':memory:')
    await draft.put('accounts', account)
    await draft.writeTo(file)
    await draft.close()
    const kept = libsqlStore(file)
    expect([await kept.get('accounts', 'wx1'), await kept.get('accounts', 'wx0'), existsSync(`${file}.part`)]).toEqual([
      account,
      undefined,
      false,
    ])
    await kept.close()
  })

  test('a village that was set up before an index existed gets it, and its old rows are found by it', async () => {
    const file = newFile(),
      older = new Database(file)
    older.exec(`create table supports (id text primary key not null, doc text not null) without rowid`)
    older.exec(`insert into supports (id, doc) values ('s1', '{"id":"s1","orgId":"o1","topicId":"t1","personId":"me","at":5}')`)
    older.close()
    const store = libsqlStore(file)
    expect((await store.list('supports', { match: { topicId: 't1' }, order: { by: 'at' }, limit: 1 })).rows).toMatchObject([
      { id: 's1', at: 5 },
    ])
    await store.close()
  })

  test('no table keeps the order in which its rows came', async () => {
    const file = newFile()
    await libsqlStore(file).close()
    const db = new Database(file)
    for (const { table } of shapes) expect(() => db.prepare(`select rowid from "${table}"`)).toThrow('rowid')
    db.close()
  })

  test('every index serves its pages by itself: nothing is scanned, nothing is sorted', async () => {
    const file = newFile()
    await libsqlStore(file).close()
    const db = new Database(file)
    const plan = (table: Table, query: Query<Table>, wanted: 'doc' | 'keys') => {
      const { sql } = pageSql(table, askOf(table, query), wanted)
      return db
        .prepare(`explain query plan ${sql}`)
        .all([])
        .map(step => (step as { detail: string }).detail)
        .join('; ')
    }
    for (const table of tableNames) {
      for (const index of indexesOf(table)) {
        const by = index.at(-1)!,
          match = Object.fromEntries(index.slice(0, -1).map(field => [field, 'x']))
        for (const descending of [false, true]) {
          const query = { match, order: { by, descending }, limit: 20 } as unknown as Query<Table>
          const next = Buffer.from('["x","y"]').toString('base64url')
          for (const each of [query, { ...query, after: next }, { ...query, from: 1, until: 2 }, { ...query, until: 2, after: next }]) {
            // A query with no match and no bound walks its index in order, which SQLite calls a scan; the limit ends it early.
            const way = Object.keys(match).length === 0 && each.after === undefined && each.until === undefined ? 'SCAN' : 'SEARCH'
            expect(plan(table, each, 'doc'), `${table} ${index.join()}`).toMatch(
              new RegExp(`^${way} [^;]* USING (INDEX|PRIMARY KEY)[^;]*$`),
            )
            // Pages of several runs are merged by what the index alone holds.
            expect(plan(table, each, 'keys'), `${table} ${index.join()}`).toMatch(
              new RegExp(`^${way} [^;]* USING (COVERING INDEX|PRIMARY KEY)[^;]*$`),
            )
          }
        }
      }
    }
    db.close()
  })

  test('what cannot be written fails those who asked and nobody after them', async () => {
    const file = newFile(),
      store = libsqlStore(file),
      other = new Database(file)
    other.exec(`create trigger full before insert on accounts begin select raise(abort, 'disk full'); end`)
    await expect(
      Promise.all([1, 2].map(n => store.commit(tx => tx.insert('accounts', { id: `wx${n}`, orgId: 'o1', personId: 'p1' })))),
    ).rejects.toThrow('disk full')
    other.exec('drop trigger full')
    await store.commit(tx => tx.insert('accounts', { id: 'wx3', orgId: 'o1', personId: 'p1' }))
    expect((await store.list('accounts', { match: { personId: 'p1' }, limit: 10 })).rows.map(row => row.id)).toEqual(['wx3'])
    other.close()
    await store.close()
  })

  test('six thousand rows are loaded at one stroke', async () => {
    const store = libsqlStore(newFile())
    await store.bulkLoad(
      'people',
      Array.from({ length: 6000 }, (_, n) => ({
        id: `p${n}`,
        orgId: 'o1',
        name: `村民${n}`,
        roles: ['resident'],
        group: n % 12,
        householdId: null,
      })),
    )
    expect(await store.count('people', { orgId: 'o1' })).toBe(6000)
    await store.close()
  })
})
