import { expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { dayOf, addDays, startOf } from '@/domain/ground/calendar'
import { brokenAt } from '@/domain/ground/journal'
import { hallCode } from '@/domain/session/sessions'
import { allRows } from '../../village/ground/all-rows'
import { day, granted, hour, key, minute, pixel, refused, smallVillage } from './small-village'

test('one topic from raising to closing: supported, classified, met on, voted on, posted, done and judged', async () => {
  const village = smallVillage()
  const { as, store } = village
  const id = key('lamps')
  const rev = async () => granted(await as('moderator')('topic.view', { id })).rev
  const state = async () => granted(await as('ahua')('topic.view', { id })).card.state
  const step = async (who: string, name: string, evidence: Record<string, string | number | boolean | string[]> = {}) =>
    granted(await as(who)('topic.step', { id, rev: await rev(), step: name, evidence }))
  const confirm = async (who: string) => granted(await as(who)('topic.confirm', { id, rev: await rev(), agrees: true, note: '' }))
  const photo = async (who: string) => granted(await as(who)('photo.add', { data: pixel })).id

  // A resident writes, leaves, comes back, and hands it in.
  const words = {
    title: '村口到小学的路灯，要不要今年装',
    what: '村口到小学那段路没有灯，孩子放学天黑了看不见，上个月摔了两个。',
    where: '村口到小学',
    affected: '3组、4组，接送孩子的家长',
    suggestion: '装 24 盏太阳能路灯',
  }
  const picture = await photo('ahua')
  const draft = { id, ...words, category: 'lighting' as const, photoIds: [picture], showName: true }
  granted(await as('ahua')('draft.save', draft))
  expect(granted(await as('ahua')('draft.list', {})).drafts.map(({ title }) => title)).toEqual([words.title])
  const { answerBy } = granted(await as('ahua')('topic.raise', draft))
  expect(answerBy).toBe(Date.parse('2026-03-06T00:00:00+08:00')) // three working days after Monday 2 March
  expect(granted(await as('ahua')('draft.list', {})).drafts).toEqual([])
  expect(await as('zhu')('topic.view', { id })).toEqual({ ok: false, refusal: 'no-such-topic' }) // not yet public

  // The moderator takes it in; neighbours support it, one thinks better of it.
  await step('moderator', 'accept')
  expect(
    granted(await as('zhu')('topic.similar', { text: '小学门口路灯坏了看不见', where: '村口到小学' })).topics.map(topic => topic.id),
  ).toEqual([id])
  for (const who of ['zhu', 'elder', 'res1', 'res2']) granted(await as(who)('topic.support', { id }))
  granted(await as('res2')('topic.unsupport', { id }))
  expect(granted(await as('res3')('topic.view', { id })).next.missing).toEqual(['还差 2 人附议'])
  granted(await as('res2')('topic.support', { id }))
  expect(await state()).toBe('accepted')
  granted(await as('res3')('topic.support', { id }))
  expect(await state()).toBe('topic_review')

  // Classified by one, countersigned by another.
  await step('secretary', 'classify', {
    matterClass: 'L2',
    classReason: '公共道路照明，影响两个组',
    affectedGroups: ['3', '4'],
    lead: 'committee',
    affectsMigrants: true,
  })
  expect(await state()).toBe('topic_review')
  await confirm('supervisor')
  expect(await state()).toBe('classified')

  // A special member brings in what workers say.
  granted(
    await as('special')('opinion.record', {
      id: key('op1'),
      topicId: id,
      words: '下晚班女工不敢走那段路',
      setting: 'workplace',
      voices: 14,
      consent: true,
    }),
  )

  // A session is scheduled: in the hall and online.
  const startsAt = startOf(addDays(dayOf(village.now()), 7)) + 19.5 * hour
  granted(
    await as('moderator')('session.schedule', {
      id: key('session'),
      topicId: id,
      rev: await rev(),
      title: '路灯议事会',
      startsAt,
      endsAt: startsAt + 2 * hour,
      mode: 'both',
      place: '村委会二楼议事厅',
      meetingLink: '',
      meetingNumber: '123 456 789',
      agenda: [
        { title: '村委会说方案', minutes: 15 },
        { title: '大家说', minutes: 60 },
      ],
      invitedGroups: [3, 4],
      invitesMigrants: true,
      hostId: 'moderator',
      recorderId: 'recorder',
      commentsUntil: startsAt + 2 * hour,
    }),
  )
  await village.pass(minute)
  granted(await as('zhu')('session.signUp', { id: key('session'), how: 'online' }))
  expect(granted(await as('special')('message.list', {})).messages.map(message => message.title)).toContain('请您参加议事会')
  granted(await as('elder')('comment.say', { id: key('c1'), topicId: id, parentId: null, text: '先装路口，余下的明年装', showName: true }))
  granted(await as('zhu')('comment.say', { id: key('c2'), topicId: id, parentId: key('c1'), text: '一次装完更省', showName: false }))
  granted(await as('ahua')('comment.nod', { id: key('c1'), nod: 'agree', on: true }))

  // The evening: people check in with the code on the hall's screen.
  await village.until(startsAt - 10 * minute)
  const code = () => hallCode(sessionRow.seed, village.now())
  const sessionRow = (await store.get('sessions', key('session')))!
  expect(granted(await as('moderator')('session.hall', { id: key('session') })).code).toBe(code())
  for (const who of ['moderator', 'recorder', 'ahua', 'elder'])
    granted(await as(who)('session.checkIn', { id: key('session'), code: code(), how: 'hall' }))
  const found = granted(await as('recorder')('session.find', { id: key('session'), name: '村民7' })).people
  granted(await as('recorder')('session.attend', { id: key('session'), personId: found[0]!.id }))
  await village.until(startsAt)
  await step('moderator', 'convene')
  await village.until(startsAt + 2 * hour)
  await step('moderator', 'close_discussion', { viewsSummary: '多数人赞成一次装完；有人主张先装路口，怕电费高。' })

  // A question is put to the representatives, secretly; and nobody sees anything before the close.
  const opensAt = startOf(addDays(dayOf(village.now()), 4))
  const motion = key('motion')
  granted(
    await as('moderator')('motion.put', {
      id: motion,
      topicId: id,
      rev: await rev(),
      text: '同意今年装 24 盏路灯，村里出 8.6 万元',
      body: 'VRA',
      form: 'secret',
      opensAt,
      closesAt: opensAt + 2 * day,
    }),
  )
  await village.until(opensAt + hour)
  const voters = ['committee', ...Array.from({ length: 9 }, (_, i) => `rep${i + 1}`)]
  for (const [i, who] of voters.slice(0, 8).entries()) {
    granted(
      await as(who)('ballot.castSecret', {
        motionId: motion,
        choice: i < 5 ? 'for' : i < 7 ? 'against' : 'abstain',
        receiptHash: receiptHash(`receipt-${who}`),
      }),
    )
  }
  const before = granted(await as('moderator')('motion.view', { id: motion }))
  expect(before.card).toMatchObject({ turnout: 8, quorumNeeds: 7, result: null })
  expect(await as('moderator')('ballot.list', { motionId: motion })).toEqual({ ok: false, refusal: 'vote-not-settled' })
  await village.until(opensAt + 2 * day)
  expect(refused(await as('moderator')('vote.turnKey', { motionId: motion }))).toBe('vote-still-open') // ballots on their way have a minute
  await village.until(opensAt + 2 * day + minute)
  // Over, and still nobody sees anything: a secret vote is counted with two keys.
  const key1 = granted(await as('moderator')('vote.turnKey', { motionId: motion }))
  expect([key1.turned, granted(await as('moderator')('vote.turnKey', { motionId: motion })).turned]).toEqual([1, 1])
  for (const [who, why] of [
    ['committee', 'key-turned'],
    ['recorder', 'key-turned'],
    ['secretary', 'not-your-role'],
    ['town', 'not-your-role'],
    ['rep1', 'not-your-role'],
  ] as const)
    expect([who, refused(await as(who)('vote.turnKey', { motionId: motion }))]).toEqual([who, why])
  await village.pass(day)
  const waiting = granted(await as('supervisor')('motion.view', { id: motion }))
  expect([waiting.card.result, waiting.keys]).toEqual([null, { host: '林主持（议事厅主持人）', supervisor: null, mayTurn: true }])
  expect(await as('moderator')('ballot.list', { motionId: motion })).toEqual({ ok: false, refusal: 'vote-not-settled' })
  expect(granted(await as('supervisor')('desk.view', { show: 'waiting' })).countsWaiting).toEqual([
    { motionId: motion, text: '同意今年装 24 盏路灯，村里出 8.6 万元', hall: false },
  ])
  expect(granted(await as('moderator')('desk.view', { show: 'waiting' })).countsWaiting).toBeUndefined()
  granted(await as('supervisor')('vote.turnKey', { motionId: motion }))
  await village.pass(0)
  const { result } = granted(await as('ahua')('motion.view', { id: motion })).card
  expect(result).toMatchObject({ for: 5, against: 2, abstain: 1, present: 8, outcome: 'passed' })
  expect(result?.explain.join()).toContain('3×8=24 ≥ 2×10=20')
  expect(granted(await as('rep1')('ballot.list', { motionId: motion })).ballots).toContainEqual({
    who: receiptHash('receipt-rep1'),
    choice: 'for',
  })

  // The outcome goes on the board for fifteen days.
  const today = dayOf(village.now())
  await step('moderator', 'post_outcome', {
    level: 'broad_agreement',
    decisionText: '今年装 24 盏路灯，村里出 8.6 万元',
    minutes: '主持人林主持，记录员周记录。到会 5 人……',
    signers: '林主持、周记录、何阿华、梁伯、何监委',
    implementer: 'committee',
    finishBy: addDays(today, 40),
    budget: 86_000,
  })
  await confirm('supervisor')
  expect(await state()).toBe('outcome_posting')
  await step('moderator', 'board_first', { boardPhotoFirst: [await photo('moderator')] })
  const posted = granted(await village.guest('notice.list', { board: 'outcome' })).notices[0]!
  expect(granted(await village.guest('notice.view', { id: posted.id })).decision).toMatchObject({
    text: '今年装 24 盏路灯，村里出 8.6 万元',
    budget: 86_000,
    implementer: '', // a passer-by is told of nobody
  })
  expect(granted(await as('zhu')('notice.view', { id: posted.id })).decision).toMatchObject({ implementer: '李主任（村委会）' })
  await village.pass(3 * day)
  granted(await as('zhu')('objection.file', { id, objectionId: key('objection'), reason: '电费谁出没有写' }))
  await village.pass(14 * day)
  expect(await state()).toBe('outcome_posting') // an open objection keeps it there
  granted(
    await as('supervisor2')('objection.answer', {
      topicId: id,
      objectionId: key('objection'),
      upheld: false,
      answer: '太阳能灯没有电费，已在方案里写明',
    }),
  )
  await village.pass(5 * day)
  await step('moderator', 'board_last', { boardPhotoLast: [await photo('moderator')] })
  await step('supervisor', 'certify_posting', { postingCertified: true })
  expect(await state()).toBe('implementing')

  // It is done, shown, and judged by those it concerns.
  await step('committee', 'progress', { progressNote: '装好 12 盏', percent: 50, photos: [await photo('committee')] })
  await village.pass(20 * day)
  await step('committee', 'finish', { accepted: true, photosAfter: [await photo('committee')], cost: 84_300 })
  await confirm('supervisor')
  await step('moderator', 'board_first', { boardPhotoFirst: [await photo('moderator')] })
  await village.pass(18 * day)
  await step('moderator', 'board_last', { boardPhotoLast: [await photo('moderator')] })
  await step('supervisor', 'certify_posting', { postingCertified: true })
  expect(await state()).toBe('evaluating')
  for (const [i, who] of ['ahua', 'zhu', 'elder', 'res1'].entries())
    granted(await as(who)('rating.give', { id, stars: i === 0 ? 4 : 5, axes: { result: 5 }, words: '' }))
  // Fewer than five say too much of each.
  expect(granted(await as('res3')('topic.view', { id })).rating).toMatchObject({ raters: 4, average: null })
  granted(await as('res2')('rating.give', { id, stars: 3, axes: {}, words: '灯有点暗' }))
  expect(granted(await as('res3')('topic.view', { id })).rating).toMatchObject({
    raters: 5,
    average: 4.4,
    satisfiedPercent: 80,
    axes: [],
    words: ['灯有点暗'],
  })
  await village.pass(16 * day)
  expect(await state()).toBe('closed')

  // Nothing of it is missing, and the special member can say what became of it.
  const journal = await allRows(store, 'journal', { match: { topicId: id }, order: { by: 'n' } })
  expect(brokenAt(journal)).toBeNull()
  expect(journal.map(entry => entry.step)).toEqual([
    'submit',
    'receive',
    'accept',
    'review',
    'classify',
    'classify',
    'schedule',
    'convene',
    'close_discussion',
    'put_motion',
    'turn_key',
    'turn_key',
    'settle_motion',
    'post_outcome',
    'post_outcome',
    'board_first',
    'object',
    'answer_objection',
    'board_last',
    'certify_posting',
    'start_work',
    'progress',
    'finish',
    'finish',
    'board_first',
    'board_last',
    'certify_posting',
    'ask_ratings',
    'close',
  ])
  expect(granted(await as('special')('opinion.mine', {})).opinions[0]).toMatchObject({
    voices: 14,
    state: 'closed',
    became: '今年装 24 盏路灯，村里出 8.6 万元',
  })
})
