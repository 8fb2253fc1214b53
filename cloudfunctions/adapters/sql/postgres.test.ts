import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Topic } from '@/domain/topic/topic'
import type { Query } from '../../ports'
import { askOf } from '../query'
import { storeContract } from '../store.contract'
import { pageSql, postgresStore } from './postgres'
import { startPostgres, type TestPostgres } from './postgres-for-tests'

describe('PostgreSQL store', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(async () => {
    await server.stop()
  })
  storeContract(async () => postgresStore(await server.database()))

  test('several servers may open one empty database at once, and count in one row together', async () => {
    const url = await server.database()
    const stores = await Promise.all([1, 2, 3].map(() => postgresStore(url)))
    await Promise.all(
      stores.flatMap(store =>
        Array.from({ length: 10 }, () =>
          store.commit(async tx => {
            const row = await tx.get('codeTries', 'shared')
            await tx.put('codeTries', { id: 'shared', orgId: 'o1', wrong: (row?.wrong ?? 0) + 1, since: 0 })
          }),
        ),
      ),
    )
    expect((await stores[0]!.get('codeTries', 'shared'))?.wrong).toBe(30)
    await Promise.all(stores.map(store => store.close()))
  })

  test('a village that was set up before an index existed gets it, and its old rows are found by it', async () => {
    const url = await server.database(),
      older = new pg.Client({ connectionString: url })
    await older.connect()
    await older.query('create table supports (id text collate "C" primary key, doc json not null)')
    await older.query(`insert into supports (id, doc) values ('s1', '{"id":"s1","orgId":"o1","topicId":"t1","personId":"me","at":5}')`)
    const store = await postgresStore(url)
    expect((await store.list('supports', { match: { topicId: 't1' }, order: { by: 'at' }, limit: 1 })).rows).toMatchObject([
      { id: 's1', at: 5 },
    ])
    await store.close()
    await older.end()
  })

  test('once a secret vote is over the tables keep no trace of who chose what: one transaction’s rows, lying by their keys', async () => {
    const url = await server.database(),
      store = await postgresStore(url),
      client = new pg.Client({ connectionString: url })
    await client.connect()
    const voters = ['c', 'a', 'e', 'b', 'd']
    for (const motionId of ['M', 'other']) {
      for (const [n, voter] of voters.entries()) {
        await store.commit(async tx => {
          await tx.insert('marks', { id: `${motionId}:${voter}`, orgId: 'o1', motionId, day: '2026-03-01' })
          await tx.insert('secretBallots', { id: `${motionId}:${(n * 3) % 5}`, orgId: 'o1', motionId, choice: 'for' })
        })
      }
    }
    const traces = async (table: string, motionId: string) =>
      (
        await client.query<{ id: string; written: string }>(
          `select id, xmin::text as written from ${table} where "motionId" = village_key($1::json) order by ctid`,
          [JSON.stringify(motionId)],
        )
      ).rows
    const transactions = async (motionId: string) =>
      [
        new Set((await traces('marks', motionId)).map(row => row.written)),
        new Set((await traces('"secretBallots"', motionId)).map(row => row.written)),
      ] as const
    const [marked, chosen] = await transactions('M')
    expect([...marked]).toEqual([...chosen])
    expect(marked.size).toBe(voters.length)

    await store.forgetOrder?.('M')
    for (const kept of await transactions('M')) expect(kept.size).toBe(1)
    for (const table of ['marks', '"secretBallots"']) {
      const ids = (await traces(table, 'M')).map(row => row.id)
      expect(ids).toEqual([...ids].sort())
      expect((await client.query<{ dead: string }>(`select count(*) as dead from ${table} where xmax <> 0`)).rows[0]?.dead).toBe('0')
    }
    // What is still going on is left alone.
    for (const kept of await transactions('other')) expect(kept.size).toBe(voters.length)

    // And what the README tells an operator to do besides leaves all rows as they are.
    const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8')
    const advice = /```sql\n(.*?)```/s.exec(readme)?.[1] ?? ''
    expect(advice).toContain('cluster')
    for (const statement of advice
      .split(';')
      .map(text => text.trim())
      .filter(Boolean))
      await client.query(statement)
    expect((await traces('marks', 'M')).map(row => row.id)).toEqual(voters.map(voter => `M:${voter}`).sort())
    await client.end()
    await store.close()
  })

  test('a page of topics in eleven states reads its own rows and not the village’s history', async () => {
    const url = await server.database(),
      store = await postgresStore(url)
    const states: Topic['state'][] = [
      'submitted',
      'screening',
      'returned',
      'accepted',
      'classified',
      'scheduled',
      'deliberating',
      'implementing',
      'evaluating',
      'closed',
      'unresolved',
    ]
    await store.bulkLoad(
      'topics',
      Array.from({ length: 20_000 }, (_, n) => ({ id: `t${n}`, orgId: 'o1', state: states[n % 11], activeAt: n }) as Topic),
    )
    const query: Query<'topics'> = { match: { orgId: 'o1', state: states }, order: { by: 'activeAt', descending: true }, limit: 20 }
    expect((await store.list('topics', query)).rows.map(row => row.activeAt)).toEqual(Array.from({ length: 20 }, (_, n) => 19_999 - n))

    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { sql, values } = pageSql('topics', askOf('topics', query), 4)
    const {
      rows: [explained],
    } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, format json) ${sql}`, [...values])
    const scans = scansIn(explained!['QUERY PLAN'][0].Plan)
    expect(scans.map(scan => scan['Index Name'])).toEqual(['topics_orgId_state_activeAt'])
    expect(scans[0]!['Actual Rows'] * scans[0]!['Actual Loops']).toBe(11 * 4)
    await client.end()
    await store.close()
  })
})

interface Plan {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly Plans?: readonly Plan[]
}
const scansIn = (plan: Plan): Plan[] => [
  ...(plan['Node Type'].includes('Scan') && !['Function Scan', 'Subquery Scan'].includes(plan['Node Type']) ? [plan] : []),
  ...(plan.Plans ?? []).flatMap(scansIn),
]
