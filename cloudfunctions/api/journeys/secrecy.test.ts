import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { memoryStore } from '../../adapters/memory/store'
import { libsqlStore } from '../../adapters/sql/libsql'
import { operations, type OperationName } from '@/contract'
import { secretBallotId } from '@/domain/vote/ballot/ballots'
import { ordersInBytes, type Order } from './eavesdropper-for-tests'
import { betterThanChance, dumped, mostFound, voted, type Voted } from './secret-vote-for-tests'

let folder: string | undefined
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = undefined
  vi.restoreAllMocks()
})

/** All that anybody says on any stream from now on. */
function overheard(): unknown[] {
  const said: unknown[] = []
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(text => {
      said.push(text)
      return true
    })
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      said.push(words)
    })
  return said
}

function expectNothingBetterThanChance(vote: Voted, of: readonly Order[], ballots: readonly Order[]) {
  const { tried, found } = betterThanChance(vote, of, ballots)
  expect(tried).toBeGreaterThan(3)
  expect(found).toEqual([])
}

describe('after a secret vote of two hundred', () => {
  test.each([1, 2, 3])('no field and no order of the whole dump leads from a voter to a choice (memory, seed %i)', async seed => {
    const said = overheard(),
      vote = await voted(memoryStore(), seed, seed === 3 ? 0.4 : 0)
    await vote.settle()
    const { of, ballots } = await dumped(vote)
    expectNothingBetterThanChance(vote, of, ballots)
    // Nothing was logged at all, so nothing can be laid beside the rows.
    expect(said).toEqual([])
  })

  test('no word of a ballot stands in any other row', async () => {
    const vote = await voted(memoryStore(), 4, 0.4)
    await vote.settle()
    const { rows } = await dumped(vote)
    for (const [table, held] of rows) {
      if (table === 'secretBallots') {
        for (const row of held) expect(Object.keys(row).sort()).toEqual(['choice', 'id', 'motionId', 'orgId'])
        continue
      }
      const text = JSON.stringify(held)
      expect([table, [...vote.truth.values()].filter(hash => text.includes(hash))]).toEqual([table, []])
    }
    for (const mark of rows.get('marks') ?? []) expect(Object.keys(mark).sort()).toEqual(['day', 'id', 'motionId', 'orgId'])
  })

  test.each([5, 6])(
    'neither do the bytes of the database file and its log (libsql, seed %i); before the vote is over they do',
    async seed => {
      folder = mkdtempSync(path.join(tmpdir(), 'village-secrecy-'))
      const file = path.join(folder, 'village.db')
      const said = overheard(),
        vote = await voted(libsqlStore(file), seed, seed === 6 ? 0.4 : 0)
      const inFiles = () => {
        const parts = ['', '-wal'].filter(end => existsSync(file + end)).map(end => readFileSync(file + end))
        const units = new Map([...vote.truth.keys()].map(unitId => [unitId, `${vote.motionId}:${unitId}`])),
          hashes = new Map([...vote.choiceOf.keys()].map(hash => [hash, secretBallotId(vote.motionId, hash)]))
        const everywhere = (what: string, needles: ReadonlyMap<string, string>) =>
          [...parts, Buffer.concat(parts)].flatMap((bytes, n) =>
            ordersInBytes(`${what}, ${['file', 'log', 'both'][n] ?? ''}`, bytes, needles),
          )
        return { of: everywhere('marks', units), ballots: everywhere('ballots', hashes) }
      }
      // Else this test would prove nothing: the same reader, before the order is forgotten, finds the ballots of a good part of the voters.
      const open = inFiles()
      // (Helpers' notes name the same units and blur its places: so much the worse for the reader.)
      if (seed === 5) expect(mostFound(vote, open.of, open.ballots)).toBeGreaterThan(50)
      await vote.settle()
      const closed = inFiles(),
        { of, ballots } = await dumped(vote)
      expect(closed.of.length * closed.ballots.length).toBeGreaterThan(3)
      expectNothingBetterThanChance(vote, [...of, ...closed.of], [...ballots, ...closed.ballots])
      expect(said).toEqual([])
      await vote.store.close()
    },
  )

  test('whoever asks, in whatever office, gets receipts without people and people without receipts', async () => {
    const vote = await voted(memoryStore(), 7, 0.4)
    await vote.settle()
    const { village, motionId, topicId, voters, truth } = vote
    const notices = (await village.store.list('notices', { match: { topicId }, order: { by: 'at' }, limit: 100 })).rows
    const given = [
      {},
      { id: motionId },
      { motionId },
      { topicId },
      { id: topicId },
      { topic: topicId },
      ...notices.flatMap(({ id }) => [{ id }, { noticeId: id }]),
      { part: 'votes' },
      { kind: 'votes' },
      { query: '选民' },
      { filter: 'all' },
      { list: 'open' },
      { board: 'vote' },
    ]
    const hashes = [...truth.values()]
    let answers = 0,
      withReceipts = 0
    for (const who of [
      'moderator',
      'recorder',
      'committee',
      'secretary',
      'supervisor',
      'grid',
      'town',
      'adviser',
      'special',
      'voter000',
      'voter001',
      undefined,
    ]) {
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
