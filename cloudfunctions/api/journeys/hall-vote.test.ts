import { describe, expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { verifyRecord } from '@/domain/vote/record/verify'
import { cast, countOf, membersMotion, membersOf, receiptIn, scrutineer, tellers, villageWithMatter } from './meeting-for-tests'
import { recordOf } from './record-at-the-door'
import { day, granted, hour, key, minute, pixel, refused } from './small-village'

const motion = key('m'),
  [teller, other] = tellers
type Village = Awaited<ReturnType<typeof villageWithMatter>>

/** Called for eleven days from now, by phone, on the hall's device and on paper. */
const callMeeting = async ({ village, topic, rev }: Village, form: 'named' | 'secret' = 'named', more: object = {}) =>
  village.as('moderator')('motion.put', {
    id: motion,
    topicId: topic,
    rev: await rev(),
    text: '同意今年重修五组排水渠',
    body: 'VRA',
    form,
    opensAt: village.now() + 11 * day,
    closesAt: village.now() + 11 * day + 3 * hour,
    channels: ['phone', 'hall', 'paper'],
    tellerIds: [...tellers],
    scrutineerId: scrutineer,
    ...more,
  })

/** Called, the doors open, seven of ten there, and opened. */
async function opened(form: 'named' | 'secret' = 'named') {
  const made = await villageWithMatter(),
    { village } = made
  granted(await callMeeting(made, form))
  await village.pass(11 * day)
  for (const n of [1, 2, 3, 4, 5, 6]) granted(await village.as('recorder')('vote.admit', { motionId: motion, unitId: `rep${n}` }))
  granted(await village.as('rep7')('vote.checkIn', { motionId: motion }))
  granted(await village.as('moderator')('vote.open', { motionId: motion }))
  await village.pass(minute)
  return made
}
const photo = async ({ village }: Village, who: string) => granted(await village.as(who)('photo.add', { data: pixel })).id
const paperOf = (unitId: string) => key(`paper ${unitId}`)
const resultOf = async ({ village }: Village, id = motion) => (await village.store.get('motions', id))?.result

test.each(['named', 'secret'] as const)('a paper asked for twice is one, and taken back twice takes no other, %s', async form => {
  const { village } = await opened(form),
    as = village.as,
    first = key('first'),
    second = key('second')
  const issue = (who: string, paper: string) => as(who)('paper.issue', { key: paper, motionId: motion, unitId: 'rep2' })
  const back = (who: string, paper: string) => as(who)('paper.takeBack', { motionId: motion, unitId: 'rep2', paperId: paper })
  const out = async () =>
    granted(await as(teller)('vote.find', { motionId: motion, name: '代表乙' })).units.map(({ votedBy, paperId }) => [votedBy, paperId])
  for (let time = 0; time < 2; time += 1) expect(granted(await issue(teller, first)).issued).toBe(1)
  expect(refused(await issue(teller, second))).toBe('voted-on-paper')
  for (let time = 0; time < 2; time += 1) expect(granted(await back(teller, first)).issued).toBe(0)
  // Meanwhile the other teller gives out a new one; who heard nothing asks once more.
  granted(await issue(other, second))
  expect(refused(await back(teller, first))).toBe('changed-meanwhile')
  expect(await out()).toEqual([['paper', second]])
  expect(refused(await cast(village, form, 'rep2', motion, 'for'))).toBe('voted-on-paper')
  granted(await back(other, second))
  granted(await cast(village, form, 'rep2', motion, 'for'))
  expect(refused(await back(other, second))).toBe('changed-meanwhile')
  expect(await out()).toEqual([['phone', null]])
})

describe.each(['named', 'secret'] as const)('a whole meeting, %s', form => {
  test('each unit votes once, whichever way it came; two count, the supervisor confirms, and the record holds', async () => {
    const made = await opened(form),
      { village, topic } = made,
      as = village.as
    granted(await cast(village, form, 'rep7', motion, 'for'))
    granted(await cast(village, form, 'rep8', motion, 'against')) // at home, without checking in
    granted(await as(teller)('ballot.castInHall', { motionId: motion, unitId: 'rep1', choice: 'for', ...receiptIn(form, 'rep1') }))
    for (const unitId of ['rep2', 'rep3', 'rep4', 'rep5'])
      granted(await as(other)('paper.issue', { key: paperOf(unitId), motionId: motion, unitId }))
    granted(await as(other)('paper.spoil', { key: key('spoilt'), motionId: motion, reason: '滴了水' }))
    // Every other way is shut at once.
    expect(refused(await cast(village, form, 'rep2', motion, 'for'))).toBe('voted-on-paper')
    expect(refused(await cast(village, form, 'rep1', motion, 'for'))).toBe('voted-in-hall')
    expect(refused(await as(other)('paper.issue', { key: paperOf('rep7'), motionId: motion, unitId: 'rep7' }))).toBe('voted-by-phone')
    expect(refused(await as(other)('paper.issue', { key: paperOf('rep1'), motionId: motion, unitId: 'rep1' }))).toBe('voted-in-hall')
    expect(refused(await as(teller)('paper.issue', { key: key('another'), motionId: motion, unitId: 'rep2' }))).toBe('voted-on-paper')
    expect(
      refused(await as(teller)('ballot.castInHall', { motionId: motion, unitId: 'rep3', choice: 'for', ...receiptIn(form, 'rep3') })),
    ).toBe('voted-on-paper')
    // Given back whole, the unit votes another way.
    granted(await as(other)('paper.takeBack', { motionId: motion, unitId: 'rep5', paperId: paperOf('rep5') }))
    granted(await cast(village, form, 'rep5', motion, 'abstain'))
    granted(await as('recorder')('vote.leave', { motionId: motion, unitId: 'rep6' })) // leaves without voting
    const hall = granted(await as('moderator')('vote.hall', { motionId: motion }))
    expect([hall.byChannel, hall.paper, hall.present, hall.sum]).toEqual([
      { phone: 3, hall: 1, paper: 3, proxy: 0 },
      { issued: 4, spoiled: 1, found: 0 },
      8,
      null,
    ])
    expect(JSON.stringify(granted(await as('rep1')('motion.view', { id: motion })))).not.toContain('"result":{')
    await village.pass(3 * hour + 2 * minute)
    expect(await resultOf(made)).toBeNull()
    await countOf(village, motion, [{ for: 1 }, { against: 0, invalid: 1 }])
    await village.pass(0)
    expect(await resultOf(made)).toMatchObject({
      outcome: 'not_passed',
      for: 3,
      against: 1,
      abstain: 1,
      invalid: 1,
      unreturned: 2,
      present: 8,
      byChannel: { phone: 3, hall: 1, paper: 3 },
      paper: { issued: 4, spoiled: 1, found: 2 },
    })
    const explain = (await resultOf(made))?.explain ?? []
    expect(explain.slice(0, 3)).toEqual([
      '参加 8 人：手机 3，会场平板 1，纸质票 3，到了没有投的 1',
      '纸质票发出 4 张，作废换发 1 张，票箱里 2 张，没有交回 1 张',
      '赞成 3 + 反对 1 + 弃权 1 + 无效 1 + 未交回 2 = 参加 8',
    ])
    const notices = (await village.store.list('notices', { match: { topicId: topic }, order: { by: 'at' }, limit: 100 })).rows
    expect(notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['N26', 'N27']))
    expect(notices.at(-1)?.body).toContain('未交回 2')
    for (const ask of [village.guest, as('rep1')]) {
      const verified = verifyRecord(JSON.parse(JSON.stringify(await recordOf(ask, motion))))
      expect(verified.ok ? '' : verified.fault).toBe('')
    }
  })
})

test('nobody votes before the host opens it, by any way, and the host cannot before enough are there', async () => {
  const made = await villageWithMatter(),
    { village } = made,
    as = village.as
  granted(await callMeeting(made))
  expect(refused(await as('rep1')('vote.checkIn', { motionId: motion }))).toBe('doors-not-open')
  await village.pass(11 * day - 30 * minute)
  for (const n of [1, 2, 3, 4, 5, 6, 7]) granted(await as('rep' + n)('vote.checkIn', { motionId: motion }))
  expect(refused(await as('moderator')('vote.open', { motionId: motion }))).toBe('vote-not-yet-open')
  granted(await as('recorder')('vote.leave', { motionId: motion, unitId: 'rep7' }))
  await village.pass(hour)
  expect(granted(await as('moderator')('vote.hall', { motionId: motion }))).toMatchObject({
    present: 6,
    left: 1,
    quorum: expect.stringContaining('3×6=18 < 2×10=20'),
    may: { open: true, issue: false },
  })
  expect(refused(await as('moderator')('vote.open', { motionId: motion }))).toBe('quorum-not-there')
  expect(refused(await as('rep1')('ballot.cast', { motionId: motion, choice: 'for' }))).toBe('vote-not-yet-open')
  expect(refused(await as(teller)('paper.issue', { key: paperOf('rep1'), motionId: motion, unitId: 'rep1' }))).toBe('vote-not-yet-open')
  expect(refused(await as(teller)('ballot.castInHall', { motionId: motion, unitId: 'rep1', choice: 'for' }))).toBe('vote-not-yet-open')
  granted(await as('rep7')('vote.checkIn', { motionId: motion }))
  expect(refused(await as('rep1')('vote.open', { motionId: motion }))).toBe('not-your-role')
  const { openedAt } = granted(await as('moderator')('vote.open', { motionId: motion }))
  await village.pass(minute)
  expect(granted(await as('moderator')('vote.open', { motionId: motion }))).toEqual({ openedAt })
  granted(await as('rep1')('ballot.cast', { motionId: motion, choice: 'for' }))
  expect(refused(await as('moderator')('vote.find', { motionId: key('none'), name: '代表甲' }))).toBe('no-such-motion')
  expect(granted(await as('recorder')('vote.find', { motionId: motion, name: '代表甲' })).units).toMatchObject([
    { unitId: 'rep1', votedBy: 'phone', leftAt: null },
  ])
})

test('a meeting that is never opened has not come about', async () => {
  const made = await villageWithMatter(),
    { village } = made
  granted(await callMeeting(made))
  await village.pass(11 * day)
  granted(await village.as('rep1')('vote.checkIn', { motionId: motion }))
  await village.pass(4 * hour)
  expect(await resultOf(made)).toMatchObject({ outcome: 'quorum_failed', present: 1, unreturned: 1, for: 0 })
  const verified = verifyRecord(JSON.parse(JSON.stringify(await recordOf(village.guest, motion))))
  expect(verified.ok ? '' : verified.fault).toBe('')
})

test('two tellers who differ see it, neither before their own is in; the supervisor may send the count back', async () => {
  const made = await opened(),
    { village } = made,
    as = village.as
  for (const n of [1, 2, 3]) granted(await as(teller)('paper.issue', { key: paperOf(`rep${n}`), motionId: motion, unitId: `rep${n}` }))
  expect(refused(await as(teller)('paper.count', { motionId: motion, batch: 1, found: { for: 3 } }))).toBe('vote-still-open')
  await village.pass(3 * hour + 2 * minute)
  const count = (who: string, found: Record<string, number>, again = false) =>
    as(who)('paper.count', { motionId: motion, batch: 1, found, ...(again ? { again } : {}) })
  expect(granted(await count(teller, { for: 3 })).batch).toEqual({
    batch: 1,
    state: 'one-entered',
    mine: { for: 3 },
    others: null,
    by: ['周记录（记录员）'],
  })
  expect(granted(await as(other)('vote.hall', { motionId: motion })).batches).toEqual([
    { batch: 1, state: 'one-entered', mine: null, others: null, by: ['周记录（记录员）'] },
  ])
  expect(granted(await count(other, { for: 2, against: 1 })).batch).toMatchObject({
    state: 'different',
    mine: { for: 2, against: 1 },
    others: { for: 3 },
  })
  expect(refused(await count('rep1', { for: 3 }))).toBe('not-your-role')
  expect(refused(await count(other, { for: 3 }))).toBe('count-entered')
  expect(refused(await count(other, { perhaps: 3 }, true))).toBe('not-an-answer')
  const sheetPhotoIds = [await photo(made, teller)]
  expect(refused(await as(teller)('count.seal', { motionId: motion, sheetPhotoIds }))).toBe('batches-differ')
  expect(granted(await count(other, { for: 3 }, true)).batch).toMatchObject({ state: 'same' })
  expect((await village.store.list('paperCounts', { match: { motionId: motion }, limit: 9 })).rows.map(({ mended }) => mended)).toEqual([
    0, 1,
  ])
  expect(refused(await as(teller)('count.seal', { motionId: motion, sheetPhotoIds: [] }))).toBe('photo-missing')
  expect(refused(await as(scrutineer)('count.confirm', { motionId: motion, yes: true }))).toBe('count-not-sealed')
  granted(await as(teller)('count.seal', { motionId: motion, sheetPhotoIds }))
  expect(refused(await count(teller, { for: 2 }, true))).toBe('count-sealed')
  expect(refused(await as(teller)('count.confirm', { motionId: motion, yes: true }))).toBe('second-key-same-person')
  expect(refused(await as(scrutineer)('count.confirm', { motionId: motion, yes: false }))).toBe('reason-missing')
  granted(await as(scrutineer)('count.confirm', { motionId: motion, yes: false, reason: '计票单上少一个签名' }))
  await village.pass(minute)
  expect(await resultOf(made)).toBeNull()
  granted(await as(other)('count.seal', { motionId: motion, sheetPhotoIds: [await photo(made, other)] }))
  granted(await as('supervisor2')('count.confirm', { motionId: motion, yes: true })) // where the named one cannot come
  await village.pass(minute)
  expect(await resultOf(made)).toMatchObject({ for: 3, present: 7, unreturned: 4, outcome: 'not_passed' })
})

test('more ballots in the box than given out: void, in public, and held again once', async () => {
  const made = await opened(),
    { village, topic, rev } = made,
    as = village.as
  granted(await as(teller)('paper.issue', { key: paperOf('rep1'), motionId: motion, unitId: 'rep1' }))
  await village.pass(3 * hour + 2 * minute)
  await countOf(village, motion, [{ for: 2 }])
  await village.pass(minute)
  expect(await resultOf(made)).toMatchObject({ outcome: 'void', paper: { issued: 1, spoiled: 0, found: 2 } })
  const notices = (await village.store.list('notices', { match: { topicId: topic }, order: { by: 'at' }, limit: 100 })).rows
  expect(notices.at(-1)?.body).toContain('多出 1 张')
  const verified = verifyRecord(JSON.parse(JSON.stringify(await recordOf(village.guest, motion))))
  expect(verified.ok ? '' : verified.fault).toBe('')

  const again = async (name: string, more: object = {}) =>
    as('moderator')('motion.putAgain', {
      id: key(name),
      motionId: motion,
      rev: await rev(),
      opensAt: village.now(),
      closesAt: village.now() + 2 * hour,
      ...more,
    })
  // Its question is its own: nobody can send another.
  expect(refused(await again('n', { text: '别的事' }))).toBe('bad-input')
  granted(await again('n'))
  granted(await again('n'))
  expect(refused(await again('o'))).toBe('recount-left')
  expect(await village.store.get('motions', key('n'))).toMatchObject({
    revoteOf: motion,
    meetingId: motion,
    channels: ['phone', 'hall', 'paper'],
    tellerIds: tellers,
    scrutineerId: scrutineer,
    openedAt: null,
    rollSize: 10,
    result: null,
  })
  // On the same day the same people are there.
  granted(await as('moderator')('vote.open', { motionId: key('n') }))
  for (const n of [1, 2, 3, 4, 5, 6, 7]) granted(await as('rep' + n)('ballot.cast', { motionId: key('n'), choice: 'for' }))
  await village.pass(2 * hour + 2 * minute)
  await countOf(village, key('n'), [])
  await village.pass(minute)
  expect(await resultOf(made, key('n'))).toMatchObject({ outcome: 'passed', for: 7, present: 7, unreturned: 0 })
  expect(refused(await again('p', { motionId: key('n') }))).toBe('recount-left')
})

test('cut off while the box is published, the settlement goes on where it was', async () => {
  const made = await opened('secret'),
    { village } = made,
    as = village.as
  for (const n of [1, 2, 3, 4, 5])
    granted(await as(teller)('paper.issue', { key: paperOf(`rep${n}`), motionId: motion, unitId: `rep${n}` }))
  granted(await cast(village, 'secret', 'rep7', motion, 'for'))
  await village.pass(3 * hour + 2 * minute)
  await countOf(village, motion, [{ for: 4, against: 1 }])
  const { insertMissing, commit } = village.store
  let left = 1
  village.store.insertMissing = async (table, rows) => {
    await insertMissing(table, rows.slice(0, 2))
    throw new Error('cut off')
  }
  await expect(village.pass(0)).rejects.toThrow()
  village.store.insertMissing = insertMissing
  village.store.commit = work => ((left -= 1) < 0 ? commit(work) : Promise.reject(new Error('cut off')))
  await village.pass(0).catch(() => undefined)
  village.store.commit = commit
  await village.pass(0)
  expect(await resultOf(made)).toMatchObject({ for: 5, against: 1, present: 7, unreturned: 1, outcome: 'passed' })
  expect(await village.store.count('secretBallots', { motionId: motion })).toBe(6)
})

describe('who may count', () => {
  test.each([
    ['no tellers', { tellerIds: [] }, 'counters-free'],
    ['one teller', { tellerIds: ['grid'] }, 'evidence-missing'],
    ['the proposer', { tellerIds: ['grid', 'zhu'] }, 'counters-free'],
    ['the supervisor as teller', { tellerIds: ['grid', 'supervisor'] }, 'counters-free'],
    ['no supervisor', { scrutineerId: 'elder' }, 'counters-free'],
    ['nobody known', { tellerIds: ['grid', 'nobody'] }, 'no-such-person'],
    ['a proxy where the law knows none', { channels: ['hall', 'proxy'] }, 'proxy-invalid'],
    ['tellers with no hall', { channels: ['phone'] }, 'not-a-meeting'],
  ])('%s is refused', async (_, more, refusal) => {
    expect(refused(await callMeeting(await villageWithMatter(), 'named', more))).toBe(
      refusal === 'counters-free' && 'tellerIds' in more && more.tellerIds.length === 0 ? 'evidence-missing' : refusal,
    )
  })
  test('who declares an interest later neither counts nor confirms', async () => {
    const made = await opened(),
      { village, topic } = made
    await village.store.put('topics', { ...(await village.store.get('topics', topic))!, recusedIds: [teller, scrutineer] })
    expect(refused(await village.as(teller)('paper.issue', { key: paperOf('rep1'), motionId: motion, unitId: 'rep1' }))).toBe(
      'not-your-role',
    )
    await village.pass(3 * hour + 2 * minute)
    expect(refused(await village.as(scrutineer)('count.confirm', { motionId: motion, yes: true }))).toBe('conflict-declared')
  })
})

describe('the members’ assembly, where one may vote for another of the household', () => {
  const cma = key('cma'),
    family = ['zi', 'ma', 'ba', 'jie'],
    others = ['lin', 'wen']
  async function assembly(form: 'named' | 'secret' = 'named') {
    const made = await villageWithMatter(),
      { village, topic } = made
    await membersOf(village, [family, ['lin'], ['wen']])
    await village.store.put('motions', membersMotion(village, topic, [...family, ...others], { form }))
    await village.pass(90 * minute)
    const form1 = [await photo(made, 'recorder')]
    const write = (unitId: string, agentId: string, photoIds = form1) =>
      village.as('recorder')('proxy.write', { motionId: cma, unitId, agentId, photoIds })
    return { ...made, write }
  }
  test('T45, T46: in writing, within one household; an agent of three carries four', async () => {
    const { village, write } = await assembly(),
      as = village.as
    expect(refused(await write('ma', 'lin'))).toBe('proxy-invalid')
    expect(refused(await write('ma', 'zi', []))).toBe('photo-missing')
    for (const unitId of ['ma', 'ba', 'jie']) granted(await write(unitId, 'zi'))
    granted(await write('ma', 'zi'))
    granted(await as('recorder')('vote.admit', { motionId: cma, unitId: 'zi' }))
    expect(granted(await as('recorder')('vote.hall', { motionId: cma }))).toMatchObject({
      present: 4,
      proxies: ['ba', 'jie', 'ma'].map(unitId => ({ unitId, name: `成员${unitId}`, agent: '成员zi', voted: false })),
    })
    expect(granted(await as('zi')('motion.view', { id: cma }))).toMatchObject({
      meeting: { votedBy: null, runs: false },
      proxies: ['ba', 'jie', 'ma'].map(unitId => ({ unitId, name: `成员${unitId}`, voted: false })),
    })
    await village.pass(30 * minute)
    granted(await as('moderator')('vote.open', { motionId: cma }))
    for (const unitId of ['ma', 'ba', 'jie']) granted(await as('zi')('ballot.castAsProxy', { motionId: cma, unitId, choice: 'for' }))
    granted(await as('zi')('ballot.cast', { motionId: cma, choice: 'against' }))
    expect(refused(await as('ma')('ballot.cast', { motionId: cma, choice: 'against' }))).toBe('voted-by-proxy')
    expect(granted(await as('ma')('motion.view', { id: cma })).meeting).toMatchObject({ votedBy: 'proxy' })
    expect(granted(await as('zi')('motion.view', { id: cma })).proxies?.every(({ voted }) => voted)).toBe(true)
    expect(refused(await as('ma')('proxy.revoke', { motionId: cma, unitId: 'ma' }))).toBe('already-voted')
    expect(refused(await as('lin')('ballot.castAsProxy', { motionId: cma, unitId: 'ma', choice: 'for' }))).toBe('no-such-proxy')
    await village.pass(3 * hour)
    await countOf(village, cma, [])
    await village.pass(0)
    expect((await village.store.get('motions', cma))?.result).toMatchObject({
      for: 3,
      against: 1,
      present: 4,
      outcome: 'not_passed',
      byChannel: { phone: 1, proxy: 3 },
    })
  })
  test('who comes in person, or takes it back, speaks for themselves', async () => {
    const { village, write } = await assembly('secret'),
      as = village.as
    for (const unitId of ['ma', 'ba', 'jie']) granted(await write(unitId, 'zi'))
    granted(await as('ma')('vote.checkIn', { motionId: cma }))
    granted(await as('ba')('proxy.revoke', { motionId: cma, unitId: 'ba' }))
    for (const unitId of ['zi', 'lin']) granted(await as('recorder')('vote.admit', { motionId: cma, unitId }))
    await village.pass(30 * minute)
    granted(await as('moderator')('vote.open', { motionId: cma }))
    const forAnother = (unitId: string, choice = 'for', receipt = unitId) =>
      as('zi')('ballot.castAsProxy', { motionId: cma, unitId, choice, receiptHash: receiptHash(receipt) })
    expect(refused(await forAnother('ma'))).toBe('proxy-invalid')
    expect(refused(await forAnother('ba'))).toBe('proxy-invalid')
    granted(await forAnother('jie'))
    granted(await forAnother('jie'))
    expect(refused(await forAnother('jie', 'against', 'another'))).toBe('already-voted')
    granted(await cast(village, 'secret', 'ma', cma, 'against'))
    expect(refused(await write('ma', 'zi'))).toBe('already-voted')
    expect(refused(await write('zi', 'jie'))).toBe('already-there')
  })
})

test('T47: a meeting of representatives lets in nobody as a household; one by households lets in nobody as a person', async () => {
  const made = await villageWithMatter(),
    { village } = made
  await village.store.put('rollPlaces', {
    id: 'v1:VA_PERSON:ahua',
    orgId: 'v1',
    body: 'VA_PERSON',
    unitId: 'ahua',
    personId: 'ahua',
    since: 0,
    until: null,
  })
  granted(await callMeeting(made, 'named', { body: 'VA_HOUSEHOLD' }))
  await village.pass(11 * day)
  expect(refused(await village.as('recorder')('vote.admit', { motionId: motion, unitId: 'ahua' }))).toBe('mode-mixed')
  expect(refused(await village.as('recorder')('vote.admit', { motionId: motion, unitId: 'rep1' }))).toBe('not-on-roll')
  expect(granted(await village.as('recorder')('vote.admit', { motionId: motion, unitId: 'h-ahua' }))).toEqual({ present: 1 })
})
