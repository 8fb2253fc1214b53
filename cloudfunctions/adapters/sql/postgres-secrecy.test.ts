import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Order } from '../../api/journeys/eavesdropper-for-tests'
import { betterThanChance, dumped, mostFound, voted } from '../../api/journeys/secret-vote-for-tests'
import { startPostgres, type TestPostgres } from './postgres-for-tests'
import { postgresStore } from './postgres'

let server: TestPostgres
beforeAll(async () => {
  server = await startPostgres()
}, 120_000)
afterAll(() => server.stop())

test('while a secret vote is open PostgreSQL’s own columns tell who chose what; when it is over neither they nor any row do', async () => {
  const url = await server.database(),
    vote = await voted(await postgresStore(url), 8),
    client = new pg.Client({ connectionString: url })
  await client.connect()
  // Every column that a superuser can order a table by, the hidden ones too.
  const orders = async (table: string): Promise<Order[]> => {
    const found: Order[] = []
    for (const by of ['ctid', 'xmin::text::bigint', 'xmax::text::bigint, ctid', 'cmin::text::bigint, ctid', 'doc::text collate "C"']) {
      const { rows } = await client.query<{ id: string }>(
        `select id from ${table} where "motionId" = village_key($1::json) order by ${by}`,
        [JSON.stringify(vote.motionId)],
      )
      found.push({ name: `${table} by ${by}`, ids: rows.map(({ id }) => id.slice(vote.motionId.length + 1)) })
    }
    return found
  }
  expect(mostFound(vote, await orders('marks'), await orders('"secretBallots"'))).toBe(vote.truth.size)
  await vote.settle()
  const { of, ballots } = await dumped(vote)
  const { tried, found } = betterThanChance(vote, [...of, ...(await orders('marks'))], [...ballots, ...(await orders('"secretBallots"'))])
  expect(tried).toBeGreaterThan(50)
  expect(found).toEqual([])
  await client.end()
  await vote.store.close()
})
