import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { LoadableStore } from '../../adapters/bulk-load'
import { memoryStore } from '../../adapters/memory/store'
import { libsqlStore } from '../../adapters/sql/libsql'
import { operations, type OperationName } from '@/contract'
import { receiptHash, secretBallotId } from '@/domain/ballots'
import { rollPlaceId } from '@/domain/roll'
import type { Table } from '../../ports'
import { indexes } from '../../tables'
import { all } from '../../village/everything'
import { attempts, ordersInBytes, ordersInRows, type Order } from './eavesdropper-for-tests'
import { granted, hour, key, minute, smallVillage } from './small-village'

const many = 200
/** So many standard deviations from chance is nothing in a thousand attempts; a link is far beyond. The chance that an honest store fails is below one in a hundred, and the seeds are fixed. */
const beyondChance = 4.5
/** Of a random matching one ballot is right on average; ten or more, once in ten million. */
const tooManyRight = 10

/** Chance of its own, the same every time. */
function drawing(seed: number) {
  let state = seed
  const next = () => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state / 2 ** 32 }
  const shuffled = <T>(items: readonly T[]): T[] => {
    const pile = [...items]
    for (let at = pile.length - 1; at > 0; at -= 1) { const other = Math.floor(next() * (at + 1)); [pile[at], pile[other]] = [pile[other]!, pile[at]!] }
    return pile
  }
  return { next, shuffled }
}

let folder: string | undefined
afterEach(() => { if (folder) rmSync(folder, { recursive: true, force: true }); folder = undefined; vi.restoreAllMocks() })

/** Two hundred households vote in secret, in an order that is nobody's but chance's, over an hour, and what is said meanwhile is written down. */
async function voted(store: LoadableStore, seed: number) {
  const village = smallVillage({ store }), orgId = 'v1', motionId = key('secret'), topicId = key('ditch')
  const { next, shuffled } = drawing(seed)
  const voters = Array.from({ length: many }, (_, at) => String(at).padStart(3, '0')).map(n => ({ id: `voter${n}`, unitId: `h-voter${n}`, name: `选民${n}号`, choice: next() < 0.5 ? 'for' as const : 'against' as const, receipt: `${seed}-${n}-${next()}` }))
  await store.bulkLoad('orgs', village.seed.orgs)
  await store.bulkLoad('people', [...village.seed.people, ...voters.map(({ id, unitId, name }, n) => ({ id, orgId, name, roles: ['resident', 'villager', 'household_representative'] as const, group: (n % 12) + 1, householdId: unitId }))])
  await store.bulkLoad('accounts', [...village.seed.accounts, ...voters.map(({ id }) => ({ id: `o-${id}`, orgId, personId: id }))])
  await store.bulkLoad('rollPlaces', [...village.seed.rollPlaces, ...voters.map(({ id, unitId }) => ({ id: rollPlaceId(orgId, 'VA_HOUSEHOLD', id), orgId, body: 'VA_HOUSEHOLD' as const, unitId, personId: id, since: 0, until: null }))])
  granted(await village.as('zhu')('topic.raise', { id: topicId, title: '五组排水渠要不要重修', what: '一下雨就漫上路面', where: '5 组', affected: '5 组三十多户', suggestion: '清淤，再修一段', category: 'drainage', photoIds: [], showName: true }))
  const now = village.now()
  await store.put('topics', { ...(await store.get('topics', topicId))!, state: 'deliberating' })
  await store.put('motions', {
    id: motionId, orgId, topicId, text: '同意重修五组排水渠', body: 'VA_HOUSEHOLD', form: 'secret', opensAt: now, closesAt: now + 4 * hour, rollSize: many, rollHash: 'c'.repeat(64), frozenAt: now, rules: 'village-2026',
    byLaw: '小村自治章程第二十三条', settledAt: null, result: null,
  })
  const said: unknown[] = []
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(text => { said.push(text); return true })
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, level).mockImplementation((...words: unknown[]) => { said.push(words) })
  for (const { id, choice, receipt } of shuffled(voters)) {
    granted(await village.as(id)('motion.view', { id: motionId }))
    granted(await village.as(id)('ballot.castSecret', { motionId, choice, receiptHash: receiptHash(receipt) }))
    village.set(village.now() + minute)
  }
  const truth = new Map(voters.map(({ unitId, receipt }) => [unitId, receiptHash(receipt)]))
  const choiceOf = new Map(voters.map(({ choice, receipt }) => [receiptHash(receipt), choice as string]))
  return { village, store, motionId, topicId, voters, truth, choiceOf, said, settle: () => village.until(now + 5 * hour) }
}
type Voted = Awaited<ReturnType<typeof voted>>

/** All that a dump of the tables gives: rows as they come, and every field of every row that names a voter. */
async function dumped({ store, motionId, voters, truth }: Voted) {
  const tables = Object.keys(indexes) as Table[]
  const rows = new Map<Table, readonly object[]>()
  for (const table of tables) rows.set(table, await all(store, table, {}))
  const owners = new Map(voters.map(({ id, unitId }) => [unitId, [id, unitId, `o-${id}`, `${motionId}:${unitId}`] as const]))
  const own = tables.filter(table => table !== 'secretBallots').flatMap(table => ordersInRows(table, rows.get(table) ?? [], owners))
  const receipts = new Map([...truth.values()].map(hash => [hash, [hash, secretBallotId(motionId, hash)] as const]))
  return { rows, of: [...own, { name: 'the roll', ids: [...truth.keys()] }], ballots: [...ordersInRows('secretBallots', rows.get('secretBallots') ?? [], receipts), { name: 'as listed', ids: (rows.get('secretBallots') as readonly { id: string }[]).map(({ id }) => id.slice(motionId.length + 1)) }] }
}

function expectNothingBetterThanChance({ truth, choiceOf }: Voted, of: readonly Order[], ballots: readonly Order[]) {
  const tried = attempts(of, ballots, truth, choiceOf)
  expect(tried.length).toBeGreaterThan(3)
  expect(tried.filter(({ z, rightBallots }) => Math.abs(z) > beyondChance || rightBallots >= tooManyRight)).toEqual([])
  return tried
}

describe('after a secret vote of two hundred', () => {
  test.each([1, 2, 3])('no field and no order of the whole dump leads from a voter to a choice (memory, seed %i)', async seed => {
    const vote = await voted(memoryStore(), seed)
    await vote.settle()
    const { of, ballots } = await dumped(vote)
    expectNothingBetterThanChance(vote, of, ballots)
    // Nothing was logged at all, so nothing can be laid beside the rows.
    expect(vote.said).toEqual([])
  })

  test('no word of a ballot stands in any other row', async () => {
    const vote = await voted(memoryStore(), 4)
    await vote.settle()
    const { rows } = await dumped(vote)
    for (const [table, held] of rows) {
      if (table === 'secretBallots') { for (const row of held) expect(Object.keys(row).sort()).toEqual(['choice', 'id', 'motionId', 'orgId']); continue }
      const text = JSON.stringify(held)
      expect([table, [...vote.truth.values()].filter(hash => text.includes(hash))]).toEqual([table, []])
    }
    for (const mark of rows.get('marks') ?? []) expect(Object.keys(mark).sort()).toEqual(['day', 'id', 'motionId', 'orgId'])
  })

  test.each([5, 6])('neither do the bytes of the database file and its log (libsql, seed %i); before the vote is over they do', async seed => {
    folder = mkdtempSync(path.join(tmpdir(), 'village-secrecy-'))
    const file = path.join(folder, 'village.db')
    const vote = await voted(libsqlStore(file), seed)
    const inFiles = () => {
      const parts = ['', '-wal'].filter(end => existsSync(file + end)).map(end => readFileSync(file + end))
      const units = new Map([...vote.truth.keys()].map(unitId => [unitId, `${vote.motionId}:${unitId}`])), hashes = new Map([...vote.choiceOf.keys()].map(hash => [hash, secretBallotId(vote.motionId, hash)]))
      const everywhere = (what: string, needles: ReadonlyMap<string, string>) => [...parts, Buffer.concat(parts)].flatMap((bytes, n) => ordersInBytes(`${what}, ${['file', 'log', 'both'][n] ?? ''}`, bytes, needles))
      return { of: everywhere('marks', units), ballots: everywhere('ballots', hashes) }
    }
    // Else this test would prove nothing: the same reader, before the order is forgotten, finds the ballots of a good part of the voters.
    const open = inFiles()
    expect(Math.max(...attempts(open.of, open.ballots, vote.truth, vote.choiceOf).map(({ rightBallots }) => rightBallots))).toBeGreaterThan(50)
    await vote.settle()
    const closed = inFiles(), { of, ballots } = await dumped(vote)
    expect(closed.of.length * closed.ballots.length).toBeGreaterThan(3)
    expectNothingBetterThanChance(vote, [...of, ...closed.of], [...ballots, ...closed.ballots])
    expect(vote.said).toEqual([])
    await vote.store.close()
  })

  test('whoever asks, in whatever office, gets receipts without people and people without receipts', async () => {
    const vote = await voted(memoryStore(), 7)
    await vote.settle()
    const { village, motionId, topicId, voters, truth } = vote
    const notices = (await village.store.list('notices', { match: { topicId }, order: { by: 'at' }, limit: 100 })).rows
    const given = [{}, { id: motionId }, { motionId }, { topicId }, { id: topicId }, { topic: topicId }, ...notices.flatMap(({ id }) => [{ id }, { noticeId: id }]), { part: 'votes' }, { kind: 'votes' }, { query: '选民' }, { filter: 'all' }, { list: 'open' }, { board: 'vote' }]
    const hashes = [...truth.values()]
    let answers = 0, withReceipts = 0
    for (const who of ['moderator', 'recorder', 'committee', 'secretary', 'supervisor', 'grid', 'town', 'adviser', 'special', 'voter000', 'voter001', undefined]) {
      for (const name of Object.keys(operations) as OperationName[]) {
        for (const input of given.filter(one => v.is(operations[name].input, one))) {
          const reply = await village.serve({ name, input }, who === undefined ? undefined : `o-${who}`)
          if (!reply.ok) continue
          answers += 1
          const text = JSON.stringify(reply.value)
          const receipts = hashes.filter(hash => text.includes(hash)).length
          if (receipts === 0) continue
          withReceipts += 1
          expect([who, name]).toEqual([who, 'ballot.list'])
          expect(voters.filter(({ id, unitId, name: called }) => [id, unitId, called].some(word => text.includes(`"${word}"`)))).toEqual([])
          const listed = (reply.value as { readonly ballots: readonly { readonly who: string }[] }).ballots.map(ballot => ballot.who)
          expect(listed).toEqual([...listed].sort())
        }
      }
    }
    expect(answers).toBeGreaterThan(150)
    expect(withReceipts).toBe(12)
  })
})
