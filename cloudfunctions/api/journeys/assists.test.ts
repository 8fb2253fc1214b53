import { expect, test } from 'vitest'
import type { Input } from '@/contract'
import type { BallotForm, Motion } from '@/domain/vote/motions'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { allRows } from '../../village/ground/all-rows'
import { day, granted, hour, key, refused, smallVillage } from './small-village'

const motionId = key('m')
type By = Input<'ballot.cast'>['assistedBy']
const grid: By = { kind: 'officer', personId: 'grid' }
const son: By = { kind: 'family', name: '梁小明' }

/** An open vote of the households on a topic in which the group's leader declared an interest. */
async function voting(form: BallotForm) {
  const village = smallVillage(),
    now = village.now(),
    topicId = key('t')
  granted(
    await village.as('zhu')('topic.raise', {
      id: topicId,
      title: '水渠堵了',
      what: '下雨就漫',
      where: '5组',
      affected: '5组',
      suggestion: '清淤',
      category: 'drainage',
      photoIds: [],
      showName: true,
    }),
  )
  const topic = (await village.store.get('topics', topicId))!
  await village.store.put('topics', { ...topic, state: 'deliberating', openMotions: 1, recusedIds: ['leader'] })
  const motion: Motion = {
    id: motionId,
    orgId: 'v1',
    topicId,
    text: '清淤',
    body: 'VA_HOUSEHOLD',
    form,
    opensAt: now,
    closesAt: now + day,
    rollSize: 3,
    rollHash: '',
    frozenAt: now,
    rules: 'village-2026',
    byLaw: '章程',
    settledAt: null,
    result: null,
    keys: { host: 'moderator', supervisor: 'supervisor' },
  }
  await village.store.put('motions', motion)
  const cast = (who: string, assistedBy?: By, choice = 'for') =>
    form === 'named'
      ? village.as(who)('ballot.cast', { motionId, choice, ...(assistedBy ? { assistedBy } : {}) })
      : village.as(who)('ballot.castSecret', { motionId, choice, receiptHash: receiptHash(who), ...(assistedBy ? { assistedBy } : {}) })
  const seen = async (who: string) => granted(await village.as(who)('motion.view', { id: motionId })).help
  const rows = () => allRows(village.store, 'assists', {})
  return { village, cast, seen, rows }
}

test.each(['named', 'secret'] as const)(
  'in a %s vote who was helped, and by whom, is kept for the day; the choice never is; without help nothing is kept',
  async form => {
    const { village, cast, rows } = await voting(form)
    granted(await cast('elder', grid))
    granted(await cast('zhu'))
    expect(await rows()).toEqual([
      { id: `${motionId}:h-elder`, orgId: 'v1', motionId, helper: grid, earlier: [], channel: 'phone', day: '2026-03-02' },
    ])
    expect(granted(await village.as('elder')('data.part', { part: 'votes' })).rows.map(row => row.says)).toEqual([
      form === 'named' ? '清淤：赞成，卢网格（网格员）帮忙' : '清淤：无记名，只记了投过，卢网格（网格员）帮忙',
    ])
  },
)

test.each(['named', 'secret'] as const)(
  '%s: before the count only who watches over the vote sees who was helped by whom; after it everybody reads the number alone',
  async form => {
    const { village, cast, seen } = await voting(form)
    granted(await cast('elder', grid))
    granted(await cast('ahua', grid))
    granted(await cast('zhu', son))
    const by = [
      { name: '卢网格（网格员）', kind: 'officer', units: 2 },
      { name: '梁小明（家里人）', kind: 'family', units: 1 },
    ]
    for (const who of ['elder', 'moderator', 'res1']) expect(await seen(who)).toBeUndefined()
    expect(await seen('supervisor')).toEqual({ units: 3, by })
    await village.pass(day + hour)
    for (const who of ['elder', 'moderator', 'res1']) expect(await seen(who)).toEqual({ units: 3, by: null })
    expect(await seen('supervisor')).toEqual({ units: 3, by })
  },
)

test('a vote nobody was helped with says nothing of help', async () => {
  const { village, cast, seen } = await voting('named')
  granted(await cast('elder'))
  await village.pass(day + hour)
  expect([await seen('elder'), await seen('supervisor')]).toEqual([undefined, undefined])
})

test.each([
  ['an officer who declared an interest in the matter', { kind: 'officer', personId: 'leader' }, 'helper-recused'],
  ['somebody who holds no office', { kind: 'officer', personId: 'res1' }, 'no-such-person'],
  ['who watches over the vote', { kind: 'officer', personId: 'supervisor' }, 'no-such-person'],
  ['nobody', { kind: 'officer', personId: 'nowhere' }, 'no-such-person'],
  ['a name left empty', { kind: 'family', name: ' ' }, 'empty-text'],
  ['a telephone number for a name', { kind: 'neighbour', name: '13800001234' }, 'phone-number-in-text'],
] as const)('%s is no helper: nothing is cast and nothing kept', async (_, by, refusal) => {
  const { village, cast, rows } = await voting('named')
  expect(refused(await cast('elder', by))).toBe(refusal)
  expect([await rows(), await allRows(village.store, 'ballots', {})]).toEqual([[], []])
})

test('the short list offers the own group’s and the hall’s, and not who declared an interest', async () => {
  const { village } = await voting('named')
  const names = granted(await village.as('elder')('assist.helpers', { motionId })).helpers.map(one => one.name)
  expect(names[0]).toBe('卢网格（网格员）')
  expect(names).toEqual(expect.arrayContaining(['林主持（议事厅主持人）', '周记录（记录员）', '李主任（村委会）']))
  expect(names.join()).not.toMatch(/黎组长|何监委/)
  expect(refused(await village.as('elder')('assist.helpers', { motionId: key('none') }))).toBe('no-such-motion')
})

test('who is not on the roll, comes too late, or answers what was not asked leaves no trace of help', async () => {
  const { village, cast, rows } = await voting('named')
  expect(refused(await cast('res1', grid))).toBe('not-on-roll')
  expect(refused(await cast('elder', grid, 'z'))).toBe('not-an-answer')
  village.set(village.now() + day)
  expect(refused(await cast('elder', grid))).toBe('vote-closed')
  expect(await rows()).toEqual([])
})

test('a named ballot cast again with another helper keeps both; cast again alone it keeps who helped before', async () => {
  const { cast, rows, seen } = await voting('named')
  granted(await cast('elder', grid))
  granted(await cast('elder', grid))
  granted(await cast('elder', son, 'against'))
  granted(await cast('elder', undefined, 'against'))
  expect(await rows()).toMatchObject([{ helper: son, earlier: [grid] }])
  expect(await seen('supervisor')).toMatchObject({ units: 1, by: [{ units: 1 }, { units: 1 }] })
})

test('a secret ballot is final: who comes again with a helper was not helped; sent again after a lost answer it is the same', async () => {
  const { cast, rows } = await voting('secret')
  granted(await cast('elder'))
  expect(refused(await cast('elder', grid, 'against'))).toBe('already-voted')
  expect(await rows()).toEqual([])
  granted(await cast('zhu', son))
  granted(await cast('zhu', son))
  expect(await rows()).toHaveLength(1)
})

test('who voted by another way and then tries the phone with a helper was not helped', async () => {
  const { village, cast, rows, seen } = await voting('named')
  await village.store.put('ballots', {
    id: `${motionId}:h-elder`,
    orgId: 'v1',
    motionId,
    unitId: 'h-elder',
    voterId: 'elder',
    choice: null,
    castAt: village.now(),
    channel: 'paper',
    tellerId: 'recorder',
  })
  expect(refused(await cast('elder', grid))).toBe('voted-on-paper')
  expect(await rows()).toEqual([])
  // Noted at the very moment the paper was given out: it does not count either.
  await village.store.put('assists', {
    id: `${motionId}:h-elder`,
    orgId: 'v1',
    motionId,
    helper: { kind: 'officer', personId: 'grid' },
    earlier: [],
    channel: 'phone',
    day: '2026-03-02',
  })
  expect(await seen('supervisor')).toBeUndefined()
})

test('on the hall’s device the voter is helped, not the teller who hands it; a recused officer is no help there either', async () => {
  const { village, rows, seen } = await voting('secret')
  const motion = (await village.store.get('motions', motionId))!
  await village.store.put('motions', {
    ...motion,
    channels: ['phone', 'hall'],
    tellerIds: ['recorder', 'rep1'],
    scrutineerId: 'supervisor',
    openedAt: village.now(),
  })
  const hand = (assistedBy: By) =>
    village.as('recorder')('ballot.castInHall', {
      motionId,
      unitId: 'h-elder',
      choice: 'for',
      receiptHash: receiptHash('hall'),
      ...(assistedBy ? { assistedBy } : {}),
    })
  expect(refused(await hand({ kind: 'officer', personId: 'leader' }))).toBe('helper-recused')
  expect(await rows()).toEqual([])
  granted(await hand(grid))
  expect(await rows()).toMatchObject([{ id: `${motionId}:h-elder`, helper: grid, channel: 'hall' }])
  expect(await seen('supervisor')).toMatchObject({ units: 1, by: [{ name: '卢网格（网格员）' }] })
})

test('where help was noted and the ballot never came, nobody counts as helped', async () => {
  const { village, cast, seen } = await voting('named')
  granted(await cast('elder', grid))
  await village.store.commit(tx => tx.remove('ballots', `${motionId}:h-elder`))
  expect(await seen('supervisor')).toBeUndefined()
})
