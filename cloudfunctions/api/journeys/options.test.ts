import { describe, expect, test } from 'vitest'
import type { Input } from '@/contract'
import { addDays, dayOf, startOf } from '@/domain/ground/calendar'
import { inListOrder } from '@/domain/vote/record/ballot-list'
import { ballotOfRow } from '@/domain/vote/record/ballot-row'
import { verifyRecord } from '@/domain/vote/record/verify'
import { granted, key, minute, day, refused, smallVillage } from './small-village'

const words = {
  title: '村道怎么铺',
  what: '坑多',
  where: '3组',
  affected: '全村',
  suggestion: '重铺',
  category: 'roads' as const,
  photoIds: [],
  showName: false,
}
const surfaces = ['沥青路面，12 万元', '水泥路面，9 万元', '青石路面，20 万元']
const representatives = ['committee', ...Array.from({ length: 9 }, (_, n) => `rep${n + 1}`)]

/** A matter that is being talked over, and what is asked about it. */
async function talkedAbout() {
  const village = smallVillage()
  const topicId = key('road')
  granted(await village.as('zhu')('topic.raise', { id: topicId, ...words }))
  await village.store.put('topics', { ...(await village.store.get('topics', topicId))!, state: 'deliberating', dueAt: null })
  const opensAt = startOf(addDays(dayOf(village.now()), 4))
  const put = async (name: string, more: Partial<Input<'motion.put'>> = {}) =>
    village.as('moderator')('motion.put', {
      id: key(name),
      topicId,
      rev: (await village.store.get('topics', topicId))!.rev,
      text: '村道用哪种路面',
      body: 'VRA',
      form: 'named',
      opensAt,
      closesAt: opensAt + day,
      ...more,
    })
  const putSecond = async (motionId: string, closesAt: number, more: object = {}) =>
    village.as('moderator')('motion.putSecond', {
      motionId,
      rev: (await village.store.get('topics', topicId))!.rev,
      opensAt: village.now(),
      closesAt,
      ...more,
    })
  const vote = async (motionId: string, choices: readonly string[]) => {
    for (const [n, choice] of choices.entries()) granted(await village.as(representatives[n]!)('ballot.cast', { motionId, choice }))
  }
  const result = async (motionId: string, who = 'rep1') => granted(await village.as(who)('motion.view', { id: motionId }))
  /** What `verify` says of the published record; nothing where it holds. */
  const faultOf = async (motionId: string) => {
    const { record } = granted(await village.guest('record.view', { motionId }))
    const { ballots } = granted(await village.guest('ballot.list', { motionId }))
    const verified = verifyRecord(JSON.parse(JSON.stringify({ ...record, ballots: inListOrder(ballots.map(ballotOfRow)) })))
    return verified.ok ? '' : verified.fault
  }
  return { village, topicId, opensAt, closesAt: opensAt + day, put, putSecond, vote, result, faultOf }
}

describe('several options before a body that decides', () => {
  test('none has enough: the two foremost go to one second ballot of the same roll, and the matter waits for it (T50)', async () => {
    const { village, topicId, opensAt, closesAt, put, putSecond, vote, result, faultOf } = await talkedAbout()
    const first = granted(await put('first', { method: 'one', options: surfaces })).id
    await village.until(opensAt)
    expect(refused(await village.as('rep1')('ballot.cast', { motionId: first, choice: 'for' }))).toBe('not-an-answer')
    await vote(first, ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'abstain'])
    await village.until(closesAt + 2 * minute)

    const settled = await result(first, 'moderator')
    expect(settled.card.result).toMatchObject({
      outcome: 'second_ballot',
      present: 10,
      abstain: 1,
      options: [
        { id: 'a', votes: 4 },
        { id: 'b', votes: 3 },
        { id: 'c', votes: 2 },
      ],
    })
    expect(settled.second).toEqual({ id: null, mayPut: true })
    expect((await result(first)).second).toEqual({ id: null, mayPut: false })
    expect((await village.store.get('topics', topicId))?.openMotions).toBe(1)
    expect(granted(await village.as('moderator')('home.view', {})).todo).toContainEqual(
      expect.objectContaining({ topicId, says: '没有一项够数，请提请第二轮表决' }),
    )
    expect(granted(await village.as('rep1')('home.view', {})).todo).toEqual([])

    // Somebody comes onto the roll meanwhile: the second ballot is the same roll's all the same.
    await village.store.put('rollPlaces', {
      id: 'v1:VRA:res1',
      orgId: 'v1',
      body: 'VRA',
      unitId: 'res1',
      personId: 'res1',
      since: village.now(),
      until: null,
    })
    const ends = village.now() + day
    // What is asked, by whom and how is the first one's: nobody can send another.
    expect(refused(await putSecond(first, ends, { text: '村道用哪种路面好' }))).toBe('bad-input')
    expect(refused(await putSecond(first, ends, { form: 'secret' }))).toBe('bad-input')
    expect(refused(await putSecond(first, ends, { method: 'one', options: surfaces }))).toBe('bad-input')
    const second = granted(await putSecond(first, ends)).id
    expect(granted(await putSecond(first, ends)).id).toBe(second)
    expect(refused(await putSecond(first, ends + day))).toBe('changed-meanwhile')
    const [one, two] = [(await village.store.get('motions', first))!, (await village.store.get('motions', second))!]
    expect(two).toMatchObject({
      text: one.text,
      body: one.body,
      form: one.form,
      rules: one.rules,
      rollSize: one.rollSize,
      rollHash: one.rollHash,
      frozenAt: one.frozenAt,
      secondOf: first,
      options: [
        { id: 'a', text: surfaces[0] },
        { id: 'b', text: surfaces[1] },
      ],
    })
    for (const own of ['recordKey', 'result', 'settledAt', 'item'] as const) expect([own, two[own] ?? null]).toEqual([own, null])
    expect((await result(first)).second).toEqual({ id: second, mayPut: false })
    expect(
      (await village.store.list('notices', { match: { orgId: 'v1' }, order: { by: 'at', descending: true }, limit: 1 })).rows[0],
    ).toMatchObject({ code: 'N26', motionId: second, body: expect.stringContaining('票数在前的再投一轮') })

    expect(refused(await village.as('rep1')('ballot.cast', { motionId: second, choice: 'c' }))).toBe('not-an-answer')
    expect(refused(await village.as('res1')('ballot.cast', { motionId: second, choice: 'a' }))).toBe('not-on-roll')
    await vote(second, ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'])
    await village.until(ends + 2 * minute)
    const { card } = await result(second)
    expect(card.result).toMatchObject({
      outcome: 'passed',
      options: [
        { id: 'a', votes: 6 },
        { id: 'b', votes: 4 },
      ],
    })
    expect(card.result?.explain.at(-1)).toContain(`“${surfaces[0]}”通过`)
    expect(await village.store.get('topics', topicId)).toMatchObject({ openMotions: 0, secondBallotsDue: [] })
    expect([await faultOf(first), await faultOf(second)]).toEqual(['', ''])
  })

  test('a second ballot that falls short has not passed; there is no third', async () => {
    const { village, opensAt, closesAt, put, putSecond, vote, result } = await talkedAbout()
    const first = granted(await put('first', { method: 'one', options: surfaces })).id
    expect(refused(await putSecond(first, village.now() + day))).toBe('step-not-open')
    await village.until(opensAt)
    await vote(first, ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c'])
    await village.until(closesAt + 2 * minute)
    const ends = village.now() + day
    const second = granted(await putSecond(first, ends)).id
    expect((await result(second)).card.options?.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    await vote(second, ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b'])
    await village.until(ends + 2 * minute)
    expect((await result(second)).card.result?.outcome).toBe('not_passed')
    expect(refused(await putSecond(second, village.now() + day))).toBe('step-not-open')
  })

  test('what only gathers views is not put to them; options are two to eight, and different', async () => {
    const { put } = await talkedAbout()
    for (const method of ['approve', 'rank', 'score'] as const)
      expect(refused(await put(method, { method, options: surfaces }))).toBe('method-only-gathers')
    expect(refused(await put('alike', { method: 'one', options: ['沥青', ' 沥青 '] }))).toBe('options-wrong')
    expect(refused(await put('none', { method: 'one' }))).toBe('options-wrong')
    expect(refused(await put('yes', { options: surfaces }))).toBe('options-wrong')
    expect(refused(await put('phone', { method: 'one', options: ['沥青', '找 13800138000'] }))).toBe('phone-number-in-text')
    expect(await put('many', { method: 'one', options: Array.from({ length: 9 }, (_, n) => `方案 ${n}`) })).toMatchObject({
      ok: false,
      refusal: 'bad-input',
    })
  })
})

test('views are gathered in every way, counted with their arithmetic, and nothing says 通过', async () => {
  const { village, put, result, faultOf } = await talkedAbout()
  const opensAt = village.now(),
    closesAt = opensAt + day
  const ballots = {
    approve: ['a+b', 'a', 'abstain'],
    rank: ['c>a', 'a>b>c', 'c'],
    score: ['a=5,b=0', 'a=3', 'b=4,c=1'],
    one: ['a', 'c', 'c'],
  } as const
  const came = { approve: [2, 1, 0], rank: [5, 2, 7], score: [8, 4, 1], one: [1, 0, 2] }
  for (const method of ['approve', 'rank', 'score', 'one'] as const) {
    const id = granted(await put(method, { method, options: surfaces, body: 'POLL', form: 'secret', opensAt, closesAt })).id
    for (const [n, choice] of ballots[method].entries())
      granted(
        await village.as(`res${n + 1}`)('ballot.castSecret', { motionId: id, choice, receiptHash: `${n}${method.length}`.padEnd(64, 'f') }),
      )
  }
  await village.until(closesAt + 2 * minute)
  for (const method of ['approve', 'rank', 'score', 'one'] as const) {
    const seen = await result(key(method))
    expect(seen.card.result).toMatchObject({
      outcome: 'counted',
      present: 3,
      options: came[method].map((votes, n) => ({ id: 'abc'[n], votes })),
    })
    expect(JSON.stringify(seen)).not.toContain('通过')
    expect(await faultOf(key(method))).toBe('')
  }
})

test('several questions of one meeting: a ballot each, one notice, one roll; all or none', async () => {
  const { village, topicId, opensAt, closesAt, put, vote, result, faultOf } = await talkedAbout()
  const agenda = [
    { id: key('second'), text: '用哪种路面', method: 'one' as const, options: surfaces },
    { id: key('third'), text: '今年就动工' },
  ]
  expect(refused(await put('first', { text: '重铺村道', agenda: [...agenda, { id: key('fourth'), text: ' ' }] }))).toBe('empty-text')
  expect((await village.store.list('motions', { match: { topicId }, order: { by: 'opensAt' }, limit: 9 })).rows).toEqual([])
  const first = granted(await put('first', { text: '重铺村道', agenda })).id
  expect((await village.store.get('topics', topicId))?.openMotions).toBe(3)
  const motions = (await village.store.list('motions', { match: { topicId }, order: { by: 'opensAt' }, limit: 9 })).rows
  for (const field of ['meetingId', 'rollHash', 'frozenAt', 'opensAt', 'closesAt', 'body', 'form'] as const)
    expect(new Set(motions.map(motion => motion[field])).size).toBe(1)
  const notices = (
    await village.store.list('notices', { match: { orgId: 'v1' }, order: { by: 'at', descending: true }, limit: 9 })
  ).rows.filter(({ code }) => code === 'N26')
  expect(notices).toHaveLength(1)
  expect(notices[0]?.body).toContain('一共 3 题，一题一票')
  await village.until(opensAt)
  await vote(first, ['for'])
  expect((await result(key('second'), 'committee')).agenda).toEqual([
    { id: first, text: '重铺村道', voted: true, open: true },
    { id: key('second'), text: '用哪种路面', voted: false, open: true },
    { id: key('third'), text: '今年就动工', voted: false, open: true },
  ])
  await vote(
    key('second'),
    Array.from({ length: 10 }, () => 'b'),
  )
  await vote(
    key('third'),
    Array.from({ length: 10 }, (_, n) => (n < 4 ? 'for' : 'against')),
  )
  await village.until(closesAt + 2 * minute)
  expect((await Promise.all(motions.map(({ id }) => result(id)))).map(({ card }) => [card.text, card.result?.outcome]).sort()).toEqual(
    [
      ['今年就动工', 'not_passed'],
      ['用哪种路面', 'passed'],
      ['重铺村道', 'quorum_failed'],
    ].sort(),
  )
  expect((await village.store.get('topics', topicId))?.openMotions).toBe(0)
  expect(await Promise.all(motions.map(({ id }) => faultOf(id)))).toEqual(['', '', ''])
})

test('in a hall the second ballot goes the ways of the first; on the same day those who are there need not check in again', async () => {
  const { village, opensAt, closesAt, put, putSecond } = await talkedAbout()
  const first = granted(
    await put('first', {
      method: 'one',
      options: surfaces,
      channels: ['phone', 'hall'],
      tellerIds: ['recorder', 'leader'],
      scrutineerId: 'supervisor2',
    }),
  ).id
  const motion = (await village.store.get('motions', first))!
  await village.until(closesAt)
  await village.store.put('motions', {
    ...motion,
    openedAt: opensAt,
    settledAt: village.now(),
    result: {
      for: 0,
      against: 0,
      abstain: 0,
      present: 9,
      outcome: 'second_ballot',
      explain: [],
      options: [
        { id: 'a', votes: 4 },
        { id: 'b', votes: 2 },
        { id: 'c', votes: 3 },
      ],
    },
  })
  const sameDay = dayOf(village.now()) === dayOf(motion.closesAt)
  const second = (await village.store.get('motions', granted(await putSecond(first, village.now() + 2 * 60 * minute)).id))!
  expect(second).toMatchObject({
    channels: ['phone', 'hall'],
    tellerIds: ['recorder', 'leader'],
    scrutineerId: 'supervisor2',
    openedAt: null,
    options: [{ id: 'a' }, { id: 'c' }],
  })
  expect([sameDay, second.meetingId]).toEqual([true, first])
})
