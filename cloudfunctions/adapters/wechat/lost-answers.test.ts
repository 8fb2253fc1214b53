import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { brokenAt } from '@/domain/ground/journal'
import type { Motion } from '@/domain/vote/motions'
import { granted, hour, key, smallVillage } from '../../api/journeys/small-village'
import type { Row, Table } from '../../ports'
import { allRows } from '../../village/ground/all-rows'
import { supportId } from '../../village/topic/unite-supports'
import { startCloudBase, type CloudBase, type Environment } from './stand-in/cloud-base'
import { faultKinds, type FaultKind } from './stand-in/faults'

const id = key('ditch')
const words = {
  title: '水渠',
  what: '堵了',
  where: '5组',
  affected: '5组',
  suggestion: '清淤',
  category: 'drainage' as const,
  photoIds: [],
  showName: false,
}

let cloudBase: CloudBase
let untroubled: Awaited<ReturnType<typeof portraitOf>>
let requests = 0
beforeAll(async () => {
  cloudBase = await startCloudBase()
  const cloud = cloudBase.environment()
  untroubled = await lived(cloud)
  requests = [...cloud.calls.values()].reduce((sum, n) => sum + n, 0) - untroubled.asked
})
afterAll(async () => {
  await cloudBase.stop()
})

test('the story that is to be troubled is the whole of it', () => {
  expect(untroubled).toMatchObject({
    steps: ['submit', 'receive', 'accept', 'review', 'settle_motion', 'turn_key', 'turn_key', 'settle_motion'],
    broken: null,
    supports: 5,
    marks: 2,
    ballots: ['against', 'for'],
    secret: ['against', 'for'],
    results: [
      [1, 1],
      [1, 1],
    ],
    undelivered: 0,
  })
  expect(untroubled.messages).toBeGreaterThan(20)
  expect(requests).toBeGreaterThan(100)
})

test.each(faultKinds)(
  'nothing is lost, nothing twice, nothing stuck, whichever request of the story meets this: %s',
  async kind => {
    const { asked: _, ...expected } = untroubled
    for (let at = 1; at <= requests; at += 1) {
      const { asked: __, ...portrait } = await lived(cloudBase.environment(), { kind, at })
      expect(portrait, `${kind} at request ${at} of ${requests}`).toEqual(expected)
    }
  },
  400_000,
)

/**
 * Raised, taken in, supported until it is reviewed; two votes cast, in the open and in secret, settled when their time is up, and told to
 * everybody.
 */
async function lived(cloud: Environment, fault?: { readonly kind: FaultKind; readonly at: number }) {
  const village = smallVillage({ store: cloud.store }),
    { as, seed, now } = village
  for (const [table, rows] of Object.entries(seed)) cloud.load(table as Table, rows as readonly Row<Table>[])
  cloud.load(
    'supports',
    ['elder', 'res1', 'res2', 'res3'].map(personId => ({ id: supportId(id, personId), orgId: 'v1', topicId: id, personId, at: now() })),
  )
  cloud.load(
    'motions',
    (['named', 'secret'] as const).map(
      (form): Motion => ({
        id: key(form),
        orgId: 'v1',
        topicId: id,
        text: '清淤',
        body: 'VRA',
        form,
        opensAt: now(),
        closesAt: now() + hour,
        rollSize: 10,
        rollHash: '',
        frozenAt: now(),
        rules: 'village-2026',
        byLaw: '章程',
        settledAt: null,
        result: null,
      }),
    ),
  )
  if (fault) cloud.fault(fault)

  await again(async () => granted(await as('ahua')('topic.raise', { id, ...words })))
  await again(async () => {
    const { rev, card } = granted(await as('moderator')('topic.view', { id }))
    // A phone whose answer was lost looks again: what is done is not to be done.
    if (card.state === 'screening') granted(await as('moderator')('topic.step', { id, rev, step: 'accept', evidence: {} }))
  })
  await again(async () => {
    const reply = await as('zhu')('topic.support', { id })
    if (!reply.ok && reply.refusal !== 'support-closed') throw new Error(reply.refusal)
  })
  for (const [who, choice] of [
    ['rep1', 'for'],
    ['rep2', 'against'],
  ] as const) {
    await again(async () => granted(await as(who)('ballot.cast', { motionId: key('named'), choice })))
    await again(async () => granted(await as(who)('ballot.castSecret', { motionId: key('secret'), choice, receiptHash: receiptHash(who) })))
  }
  await again(() => village.until(now() + 2 * hour))
  for (const who of ['moderator', 'supervisor'])
    await again(async () => granted(await as(who)('vote.turnKey', { motionId: key('secret') })))
  // The timer comes again by itself.
  await again(() => village.pass(0))
  await again(() => village.pass(0))
  if (fault) expect(cloud.faultsSpent).toBe(true)
  return portraitOf(cloud)
}

/** A phone and a timer both ask again, with the same keys, when no answer came. */
async function again(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
  } catch {
    await ask()
  }
}

async function portraitOf({ store, calls }: Environment) {
  const before = [...calls.values()].reduce((sum, n) => sum + n, 0)
  const journal = await allRows(store, 'journal', { match: { topicId: id }, order: { by: 'n' } })
  const topic = await store.get('topics', id)
  const notices = await allRows(store, 'notices', { match: { topicId: id }, order: { by: 'at' } })
  const messages = await allRows(store, 'messages', { match: { noticeId: notices.map(notice => notice.id) } })
  const motions = await store.getMany('motions', [key('named'), key('secret')])
  const choices = async (table: 'ballots' | 'secretBallots', form: string) =>
    (await allRows(store, table, { match: { motionId: key(form) } })).map(ballot => ballot.choice).sort()
  const portrait = {
    steps: journal.map(entry => entry.step),
    broken: brokenAt(journal),
    atHead: topic?.head === journal.at(-1)?.hash && topic?.rev === journal.length,
    state: topic?.state,
    supports: await store.count('supports', { topicId: id }),
    marks: await store.count('marks', { motionId: key('secret') }),
    ballots: await choices('ballots', 'named'),
    secret: await choices('secretBallots', 'secret'),
    results: motions.map(({ result }) => [result?.for, result?.against]),
    codes: notices.map(notice => notice.code).sort(),
    undelivered: notices.filter(notice => notice.delivery === 'waiting').length,
    messages: messages.length,
  }
  return { ...portrait, asked: [...calls.values()].reduce((sum, n) => sum + n, 0) - before }
}
