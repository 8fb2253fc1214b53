import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import type { Motion } from '@/domain/vote/motions'
import { rollPlaceId } from '@/domain/roll/roll'
import type { LoadableStore } from '../../adapters/bulk-load'
import { libsqlStore } from '../../adapters/sql/libsql'
import { postgresStore } from '../../adapters/sql/postgres'
import { startPostgres } from '../../adapters/sql/postgres-for-tests'
import { allRows } from '../../village/ground/all-rows'
import { freshStore } from './fresh-store'
import { granted, hour, key, refused, smallVillage } from './small-village'

const onCloudBase = process.env.VILLAGE_STORE === 'cloudbase'
/** Every request of the real SDK's is signed and travels: a smaller crowd takes as long. */
const voters = onCloudBase ? 300 : 1000

describe.each(onCloudBase ? (['cloudbase'] as const) : (['libsql', 'postgres'] as const))('everybody at once, on %s', kind => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-races-'))
  let store: LoadableStore
  let stop = async () => {}
  let village: ReturnType<typeof smallVillage>
  beforeAll(async () => {
    if (kind === 'cloudbase') store = freshStore({})
    else if (kind === 'libsql') store = libsqlStore(path.join(folder, 'village.db'))
    else {
      const server = await startPostgres()
      store = await postgresStore(await server.database())
      stop = () => server.stop()
    }
    village = smallVillage({ store })
    const { seed } = village
    const crowd = Array.from({ length: voters }, (_, i) => ({
      id: `crowd${i}`,
      orgId: 'v1',
      name: `村民${i}`,
      roles: ['resident', 'villager'] as const,
      group: 1,
      householdId: null,
    }))
    await store.bulkLoad('orgs', seed.orgs)
    await store.bulkLoad('people', [...seed.people, ...crowd])
    await store.bulkLoad('accounts', [...seed.accounts, ...crowd.map(({ id }) => ({ id: `o-${id}`, orgId: 'v1', personId: id }))])
    await store.bulkLoad('rollPlaces', [
      ...seed.rollPlaces,
      ...crowd.map(({ id }) => ({
        id: rollPlaceId('v1', 'VRA', id),
        orgId: 'v1',
        body: 'VRA' as const,
        unitId: id,
        personId: id,
        since: 0,
        until: null,
      })),
    ])
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
    granted(await village.as('zhu')('topic.raise', { id: key('ditch'), ...words }))
    for (const form of ['named', 'secret'] as const) {
      const motion: Motion = {
        id: key(form),
        orgId: 'v1',
        topicId: key('ditch'),
        text: '清淤',
        body: 'VRA',
        form,
        opensAt: village.now(),
        closesAt: village.now() + hour,
        rollSize: voters,
        rollHash: '',
        frozenAt: village.now(),
        rules: 'village-2026',
        byLaw: '章程',
        settledAt: null,
        result: null,
      }
      await store.put('motions', motion)
    }
  }, 120_000)
  afterAll(async () => {
    await store.close()
    await stop()
    rmSync(folder, { recursive: true })
  })

  test('200 simultaneous identical ballots of one person are one ballot', async () => {
    const named = await Promise.all(
      Array.from({ length: 200 }, () => village.as('rep1')('ballot.cast', { motionId: key('named'), choice: 'for' })),
    )
    expect(named.every(reply => reply.ok)).toBe(true)
    expect(await store.count('ballots', { motionId: key('named') })).toBe(1)
    const secret = await Promise.all(
      Array.from({ length: 200 }, () =>
        village.as('rep1')('ballot.castSecret', { motionId: key('secret'), choice: 'for', receiptHash: receiptHash('mine') }),
      ),
    )
    expect(secret.every(reply => reply.ok)).toBe(true)
    expect(await store.count('secretBallots', { motionId: key('secret') })).toBe(1)
    expect(await store.count('marks', { motionId: key('secret') })).toBe(1)
  })

  test('two phones of one person with two choices: one secret ballot stands, the other is told so', async () => {
    const replies = await Promise.all(
      (['for', 'against'] as const).flatMap(choice =>
        Array.from({ length: 20 }, (_, i) =>
          village.as('rep2')('ballot.castSecret', { motionId: key('secret'), choice, receiptHash: receiptHash(`${choice}${i}`) }),
        ),
      ),
    )
    expect(replies.filter(reply => reply.ok)).toHaveLength(1)
    expect(new Set(replies.map(refused).filter(Boolean))).toEqual(new Set(['already-voted']))
  })

  test(`${voters} different voters at once leave ${voters} ballots, in the open and in secret`, async () => {
    const before = {
      ballots: await store.count('ballots', { motionId: key('named') }),
      marks: await store.count('marks', { motionId: key('secret') }),
    }
    const replies = await Promise.all(
      Array.from({ length: voters }, (_, i) =>
        Promise.all([
          village.as(`crowd${i}`)('ballot.cast', { motionId: key('named'), choice: i % 3 === 0 ? 'against' : 'for' }),
          village.as(`crowd${i}`)('ballot.castSecret', {
            motionId: key('secret'),
            choice: 'abstain',
            receiptHash: receiptHash(`crowd${i}`),
          }),
        ]),
      ),
    )
    expect(replies.flat().filter(reply => !reply.ok)).toEqual([])
    expect(await store.count('ballots', { motionId: key('named') })).toBe(before.ballots + voters)
    expect(await store.count('marks', { motionId: key('secret') })).toBe(before.marks + voters)
    expect(
      (await allRows(store, 'secretBallots', { match: { motionId: key('secret') } })).filter(ballot => ballot.choice === 'abstain'),
    ).toHaveLength(voters)
  })

  test('50 neighbours supporting at once make one review, not fifty', async () => {
    granted(await village.as('moderator')('topic.step', { id: key('ditch'), rev: 2, step: 'accept', evidence: {} }))
    const replies = await Promise.all(Array.from({ length: 50 }, (_, i) => village.as(`crowd${i}`)('topic.support', { id: key('ditch') })))
    expect(replies.every(reply => reply.ok || reply.refusal === 'support-closed')).toBe(true)
    const journal = await allRows(store, 'journal', { match: { topicId: key('ditch') }, order: { by: 'n' } })
    expect(journal.map(entry => entry.step)).toEqual(['submit', 'receive', 'accept', 'review'])
  })

  test('of all who may turn a key, at once and again and again, one turns each', async () => {
    await village.pass(2 * hour)
    const who = ['moderator', 'recorder', 'committee', 'supervisor', 'supervisor2'].flatMap(one => [one, one, one])
    const replies = await Promise.all(
      who.map(async one => [one, await village.as(one)('vote.turnKey', { motionId: key('secret') })] as const),
    )
    const turners = new Set(replies.flatMap(([one, reply]) => (reply.ok ? [one] : [])))
    const { keys } = (await store.get('motions', key('secret')))!
    expect([...turners].sort()).toEqual([keys?.host, keys?.supervisor].sort())
    expect(replies.flatMap(([, reply]) => (reply.ok ? [] : [reply.refusal])).every(refusal => refusal === 'key-turned')).toBe(true)
    const journal = await allRows(store, 'journal', { match: { topicId: key('ditch') }, order: { by: 'n' } })
    expect(journal.filter(entry => entry.step === 'turn_key')).toHaveLength(2)
  })

  test('two sweeps of time at once settle a vote once and tell everybody once', async () => {
    await Promise.all([village.pass(0), village.pass(0), village.pass(0)])
    const { result } = granted(await village.as('rep1')('motion.view', { id: key('named') })).card
    expect(result).toMatchObject({
      present: voters + 1,
      for: voters + 1 - Math.ceil(voters / 3),
      against: Math.ceil(voters / 3),
      outcome: 'passed',
    })
    await village.pass(0)
    const notices = (await allRows(store, 'notices', { match: { topicId: key('ditch') }, order: { by: 'at' } })).filter(
      notice => notice.code === 'N29',
    )
    expect(notices).toHaveLength(2)
    const messages = await allRows(store, 'messages', { match: { noticeId: notices.map(notice => notice.id) } })
    expect(new Set(messages.map(message => message.id)).size).toBe(messages.length)
    expect(messages).toHaveLength(2 * (voters + 10))
  })
})
