import type { LoadableStore } from '../../adapters/bulk-load'
import { receiptHash, secretBallotId } from '@/domain/vote/ballot/ballots'
import { rollPlaceId } from '@/domain/roll/roll'
import type { Table } from '../../ports'
import { tableNames } from '../../tables'
import { allRows } from '../../village/ground/all-rows'
import { attempts, ordersInRows, type Attempt, type Order } from './eavesdropper-for-tests'
import { granted, hour, key, minute, smallVillage } from './small-village'

const many = 200
/**
 * So many standard deviations from chance is nothing in a thousand attempts; a link is far beyond. The chance that an honest store fails is
 * below one in a hundred, and the seeds are fixed.
 */
const beyondChance = 4.5
/** Of a random matching one ballot is right on average; ten or more, once in ten million. */
const tooManyRight = 10

/** Chance of its own, the same every time. */
function drawing(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const shuffled = <T>(items: readonly T[]): T[] => {
    const pile = [...items]
    for (let at = pile.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1))
      ;[pile[at], pile[other]] = [pile[other]!, pile[at]!]
    }
    return pile
  }
  return { next, shuffled }
}

/**
 * Two hundred households vote in secret, `helped` of them (a share) with a helper, in an order that is nobody's but chance's, over an hour.
 */
export async function voted(store: LoadableStore, seed: number, helped = 0) {
  const village = smallVillage({ store }),
    orgId = 'v1',
    motionId = key('secret'),
    topicId = key('ditch')
  const { next, shuffled } = drawing(seed)
  const voters = Array.from({ length: many }, (_, at) => String(at).padStart(3, '0')).map(n => ({
    id: `voter${n}`,
    unitId: `h-voter${n}`,
    name: `选民${n}号`,
    choice: next() < 0.5 ? ('for' as const) : ('against' as const),
    receipt: `${seed}-${n}-${next()}`,
  }))
  await store.bulkLoad('orgs', village.seed.orgs)
  await store.bulkLoad('people', [
    ...village.seed.people,
    ...voters.map(({ id, unitId, name }, n) => ({
      id,
      orgId,
      name,
      roles: ['resident', 'villager', 'household_representative'] as const,
      group: (n % 12) + 1,
      householdId: unitId,
    })),
  ])
  await store.bulkLoad('accounts', [...village.seed.accounts, ...voters.map(({ id }) => ({ id: `o-${id}`, orgId, personId: id }))])
  await store.bulkLoad('rollPlaces', [
    ...village.seed.rollPlaces,
    ...voters.map(({ id, unitId }) => ({
      id: rollPlaceId(orgId, 'VA_HOUSEHOLD', id),
      orgId,
      body: 'VA_HOUSEHOLD' as const,
      unitId,
      personId: id,
      since: 0,
      until: null,
    })),
  ])
  granted(
    await village.as('zhu')('topic.raise', {
      id: topicId,
      title: '五组排水渠要不要重修',
      what: '一下雨就漫上路面',
      where: '5 组',
      affected: '5 组三十多户',
      suggestion: '清淤，再修一段',
      category: 'drainage',
      photoIds: [],
      showName: true,
    }),
  )
  const now = village.now()
  await store.put('topics', { ...(await store.get('topics', topicId))!, state: 'deliberating' })
  await store.put('motions', {
    id: motionId,
    orgId,
    topicId,
    text: '同意重修五组排水渠',
    body: 'VA_HOUSEHOLD',
    form: 'secret',
    opensAt: now,
    closesAt: now + 4 * hour,
    rollSize: many,
    rollHash: 'c'.repeat(64),
    frozenAt: now,
    rules: 'village-2026',
    byLaw: '小村自治章程第二十三条',
    settledAt: null,
    result: null,
    keys: { host: 'moderator', supervisor: 'supervisor' },
  })
  for (const { id, choice, receipt } of shuffled(voters)) {
    granted(await village.as(id)('motion.view', { id: motionId }))
    granted(
      await village.as(id)('ballot.castSecret', {
        motionId,
        choice,
        receiptHash: receiptHash(receipt),
        ...(helped > 0 && next() < helped ? { assistedBy: { kind: 'officer' as const, personId: 'grid' } } : {}),
      }),
    )
    village.set(village.now() + minute)
  }
  const truth = new Map(voters.map(({ unitId, receipt }) => [unitId, receiptHash(receipt)]))
  const choiceOf = new Map(voters.map(({ choice, receipt }) => [receiptHash(receipt), choice as string]))
  return { village, store, motionId, topicId, voters, truth, choiceOf, settle: () => village.until(now + 5 * hour) }
}
export type Voted = Awaited<ReturnType<typeof voted>>

/** All that a dump of the tables gives: rows as they come, and every field of every row that names a voter. */
export async function dumped({ store, motionId, voters, truth }: Voted) {
  const rows = new Map<Table, readonly object[]>()
  for (const table of tableNames) rows.set(table, await allRows(store, table, {}))
  const owners = new Map(voters.map(({ id, unitId }) => [unitId, [id, unitId, `o-${id}`, `${motionId}:${unitId}`] as const]))
  const own = tableNames.filter(table => table !== 'secretBallots').flatMap(table => ordersInRows(table, rows.get(table) ?? [], owners))
  const receipts = new Map([...truth.values()].map(hash => [hash, [hash, secretBallotId(motionId, hash)] as const]))
  return {
    rows,
    of: [...own, { name: 'the roll', ids: [...truth.keys()] }],
    ballots: [
      ...ordersInRows('secretBallots', rows.get('secretBallots') ?? [], receipts),
      { name: 'as listed', ids: (rows.get('secretBallots') as readonly { id: string }[]).map(({ id }) => id.slice(motionId.length + 1)) },
    ],
  }
}

/** What went better than chance allows; nothing, after an honest vote. */
export const betterThanChance = (
  { truth, choiceOf }: Voted,
  of: readonly Order[],
  ballots: readonly Order[],
): { readonly tried: number; readonly found: readonly Attempt[] } => {
  const tried = attempts(of, ballots, truth, choiceOf)
  return { tried: tried.length, found: tried.filter(({ z, rightBallots }) => Math.abs(z) > beyondChance || rightBallots >= tooManyRight) }
}
/** The most ballots that any of these ways finds. */
export const mostFound = ({ truth, choiceOf }: Voted, of: readonly Order[], ballots: readonly Order[]): number =>
  Math.max(0, ...attempts(of, ballots, truth, choiceOf).map(({ rightBallots }) => rightBallots))
