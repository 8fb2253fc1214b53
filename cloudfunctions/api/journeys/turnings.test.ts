import { expect, test } from 'vitest'
import { dayOf, addDays, startOf, endOf } from '@/domain/ground/calendar'
import type { EvidenceValue } from '@/domain/procedure/evidence'
import type { State } from '@/domain/procedure/states'
import { day, granted, hour, key, minute, pixel, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
const id = key('ditch')

/** The topic of these journeys, and how to move it. */
function walker(village: Village) {
  const { as } = village
  const rev = async () => granted(await as('moderator')('topic.view', { id })).rev
  const photo = async (who: string) => granted(await as(who)('photo.add', { data: pixel })).id
  return {
    state: async (): Promise<State> => granted(await as('moderator')('topic.view', { id })).card.state,
    rev,
    photo,
    step: async (who: string, name: string, evidence: Record<string, EvidenceValue> = {}) =>
      granted(await as(who)('topic.step', { id, rev: await rev(), step: name, evidence: evidence as Record<string, string> })),
    confirm: async () => granted(await as('supervisor')('topic.confirm', { id, rev: await rev(), agrees: true, note: '' })),
    async schedule(name: string, stakeholders?: number) {
      const startsAt = startOf(addDays(dayOf(village.now()), 6)) + 19 * hour
      granted(
        await as('moderator')('session.schedule', {
          id: key(name),
          topicId: id,
          rev: await rev(),
          title: '水渠议事会',
          startsAt,
          endsAt: startsAt + 2 * hour,
          mode: 'hall',
          place: '二楼',
          meetingLink: '',
          meetingNumber: '',
          agenda: [{ title: '大家说', minutes: 60 }],
          invitedGroups: [5],
          invitesMigrants: false,
          hostId: 'moderator',
          recorderId: 'recorder',
          commentsUntil: startsAt + 2 * hour,
          ...(stakeholders === undefined ? {} : { stakeholders }),
        }),
      )
      return startsAt
    },
    async hold(name: string, startsAt: number) {
      await village.until(startsAt)
      const { code } = granted(await as('moderator')('session.hall', { id: key(name) }))
      for (const who of ['moderator', 'recorder', 'zhu', 'elder', 'res1'])
        granted(await as(who)('session.checkIn', { id: key(name), code: code ?? '', how: 'hall' }))
      await this.step('moderator', 'convene')
      await village.until(startsAt + 2 * hour)
      await this.step('moderator', 'close_discussion', { viewsSummary: '有人要清淤，有人要改道' })
    },
  }
}

/** Raised by a group's representative, so that it is reviewed at once; classified. */
async function classified(village: Village) {
  const walk = walker(village)
  granted(
    await village.as('rep5')('topic.raise', {
      id,
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
  await walk.step('moderator', 'accept')
  expect(await walk.state()).toBe('topic_review')
  await walk.step('committee', 'classify', { matterClass: 'L2', classReason: '公共水渠', affectedGroups: ['5'], lead: 'committee' })
  await walk.confirm()
  return walk
}

/** Decided and on the board. */
async function posted(village: Village) {
  const walk = await classified(village)
  await walk.hold('s1', await walk.schedule('s1'))
  await walk.step('moderator', 'post_outcome', {
    level: 'consensus',
    decisionText: '年底前清淤',
    minutes: '纪要',
    signers: '五人',
    implementer: 'committee',
    finishBy: addDays(dayOf(village.now()), 60),
    budget: 5000,
  })
  await walk.confirm()
  return walk
}

test('too few come: the session is put off twice at most, who signed up is told, and nobody is let into a shut hall', async () => {
  const village = smallVillage()
  const walk = await classified(village)
  for (const name of ['first', 'second']) {
    const startsAt = await walk.schedule(name)
    granted(await village.as('zhu')('session.signUp', { id: key(name), how: 'hall' }))
    await village.until(startsAt)
    expect(refused(await village.as('moderator')('topic.step', { id, rev: await walk.rev(), step: 'convene', evidence: {} }))).toBe(
      'host-and-recorder-present',
    )
    await walk.step('moderator', 'reschedule', { reason: '下大雨，只来了两个人' })
    expect(await walk.state()).toBe('classified')
    await village.pass(minute)
    expect(granted(await village.as('zhu')('message.list', {})).messages[0]).toMatchObject({ title: '议事会改期' })
    expect(granted(await village.as('zhu')('session.list', { show: 'coming' })).sessions).toEqual([])
    expect(granted(await village.as('zhu')('session.view', { id: key(name) })).doors).toBe('called-off')
    expect(refused(await village.as('zhu')('session.signUp', { id: key(name), how: 'hall' }))).toBe('session-called-off')
    expect(refused(await village.as('zhu')('session.checkIn', { id: key(name), code: '000000', how: 'hall' }))).toBe('session-called-off')
  }
  await walk.schedule('third')
  expect(
    refused(await village.as('moderator')('topic.step', { id, rev: await walk.rev(), step: 'reschedule', evidence: { reason: '又下雨' } })),
  ).toBe('reschedules-left')
})

test('half of those asked must come: the hall says how many, the page what is missing; short of it the session is put off', async () => {
  const village = smallVillage()
  const walk = await classified(village)
  const convene = async () =>
    refused(await village.as('moderator')('topic.step', { id, rev: await walk.rev(), step: 'convene', evidence: {} }))
  const arrive = async (name: string, ...who: readonly string[]) => {
    for (const personId of who) granted(await village.as('recorder')('session.attend', { id: key(name), personId }))
  }
  await village.until(await walk.schedule('first', 9))
  expect(granted(await village.as('zhu')('session.view', { id: key('first') })).invited).toContain('直接有关的 9 位（户）')
  expect(granted(await village.as('moderator')('session.hall', { id: key('first') })).needed).toBe(7)
  await arrive('first', 'moderator', 'recorder', 'zhu', 'elder', 'res1', 'res2')
  expect(await convene()).toBe('half-present') // four of nine, beside those who run it
  expect(granted(await village.as('moderator')('topic.view', { id })).next.missing.join()).toContain('2×4 < 9，还差 1 位')
  await walk.step('moderator', 'reschedule', { reason: '当事人没有到齐' })
  await village.until(await walk.schedule('second', 9))
  await arrive('second', 'moderator', 'recorder', 'zhu', 'elder', 'res1', 'res2', 'res3')
  expect(await convene()).toBeNull()
  expect(await walk.state()).toBe('deliberating')
})

test('withdrawn before its session, the topic takes the session with it', async () => {
  const village = smallVillage()
  const walk = await classified(village)
  await walk.schedule('s1')
  await walk.step('rep5', 'withdraw', { reason: '自己清好了' })
  expect(granted(await village.guest('session.list', { show: 'coming' })).sessions).toEqual([])
  expect(granted(await village.guest('session.view', { id: key('s1') })).doors).toBe('called-off')
})

test('not agreed: both positions are on record, a second session may follow, and a third may not', async () => {
  const village = smallVillage()
  const walk = await classified(village)
  await walk.hold('s1', await walk.schedule('s1'))
  await walk.step('moderator', 'unresolved', { disagreement: 'divided', bothPositions: '清淤省钱；改道管得久' })
  expect(granted(await village.as('zhu')('topic.view', { id })).answer).toMatchObject({
    label: '还没谈拢',
    told: [{ value: '分歧较大' }, { value: '清淤省钱；改道管得久' }],
  })
  await walk.step('moderator', 'second_round', { nextPlan: '请水务所来讲讲再议' })
  await walk.hold('s2', await walk.schedule('s2'))
  await walk.step('moderator', 'unresolved', { disagreement: 'unresolved', bothPositions: '还是两种意见' })
  expect(
    refused(
      await village.as('moderator')('topic.step', { id, rev: await walk.rev(), step: 'second_round', evidence: { nextPlan: '再来' } }),
    ),
  ).toBe('rounds-left')
  await walk.step('committee', 'close_unresolved', { nextPlan: '先按现状清淤，改道等镇里立项' })
  expect(await walk.state()).toBe('closed')
})

test('an objection that holds sends the outcome back to be drafted, and the posting starts anew', async () => {
  const village = smallVillage()
  const walk = await posted(village)
  await walk.step('moderator', 'board_first', { boardPhotoFirst: [await walk.photo('moderator')] })
  await village.pass(6 * day)
  granted(await village.as('zhu')('objection.file', { id, objectionId: key('o'), reason: '预算写少了' }))
  // A lost answer is not a second objection.
  granted(await village.as('zhu')('objection.file', { id, objectionId: key('o'), reason: '预算写少了' }))
  expect(
    refused(await village.as('moderator')('objection.answer', { topicId: id, objectionId: key('o'), upheld: true, answer: '是' })),
  ).toBe('not-your-role')
  granted(
    await village.as('supervisor')('objection.answer', {
      topicId: id,
      objectionId: key('o'),
      upheld: true,
      answer: '预算确实写少了，重写',
    }),
  )
  expect(await walk.state()).toBe('outcome_drafting')
  expect(
    refused(await village.as('supervisor')('objection.answer', { topicId: id, objectionId: key('o'), upheld: true, answer: '再来' })),
  ).toBe('objection-answered')
  const prefilled = granted(await village.as('moderator')('topic.view', { id }))
    .steps.find(step => step.name === 'post_outcome')
    ?.fields.find(field => field.name === 'decisionText')?.prefill
  expect(prefilled).toBe('年底前清淤') // nothing is typed twice
  await walk.step('moderator', 'post_outcome', {
    level: 'consensus',
    decisionText: '年底前清淤，预算八千',
    minutes: '纪要',
    signers: '五人',
    implementer: 'committee',
    finishBy: addDays(dayOf(village.now()), 60),
    budget: 8000,
  })
  await walk.confirm()
  const view = granted(await village.as('zhu')('topic.view', { id }))
  expect(view.next).toMatchObject({ what: '上传张贴照片' }) // the new posting wants its own photographs
  expect(view.objection).toMatchObject({ open: true, waiting: 0 })
})

test('after eight days an objection comes too late; before a posting there is nothing to object to', async () => {
  const village = smallVillage()
  const walk = await posted(village)
  const file = async (name: string) => refused(await village.as('zhu')('objection.file', { id, objectionId: key(name), reason: '不同意' }))
  await village.until(endOf(addDays(dayOf(village.now()), 7)) - 1)
  expect(await file('last')).toBeNull()
  await village.pass(1)
  expect(await file('late')).toBe('objection-not-open')
  expect(await file('last')).toBeNull() // its answer was lost: it is filed all the same
  expect(await walk.state()).toBe('outcome_posting')
})

test('work is due on the day that was promised; what is not good enough goes on being worked on', async () => {
  const village = smallVillage()
  const walk = await posted(village)
  const finishBy = addDays(dayOf(village.now()), 60)
  for (const which of ['first', 'last'] as const) {
    if (which === 'last') await village.pass(18 * day)
    await walk.step('moderator', `board_${which}`, {
      [which === 'first' ? 'boardPhotoFirst' : 'boardPhotoLast']: [await walk.photo('moderator')],
    })
  }
  await walk.step('supervisor', 'certify_posting', { postingCertified: true })
  expect(granted(await village.as('zhu')('topic.view', { id })).next).toMatchObject({
    by: endOf(finishBy),
    who: '李主任（村委会）',
    overdue: false,
  })
  await village.until(endOf(finishBy))
  expect(granted(await village.as('zhu')('topic.view', { id })).next.overdue).toBe(true)
  await walk.step('committee', 'finish', { accepted: true, photosAfter: [await walk.photo('committee')], cost: 5200 })
  await walk.confirm()
  granted(await village.as('zhu')('objection.file', { id, objectionId: key('o'), reason: '只清了一半' }))
  granted(await village.as('supervisor')('objection.answer', { topicId: id, objectionId: key('o'), upheld: true, answer: '下半段还没清' }))
  expect(await walk.state()).toBe('implementing')
})

test('returned and forgotten for ten days, a topic is withdrawn by time; gathering no support for thirty, too', async () => {
  const village = smallVillage()
  granted(
    await village.as('zhu')('topic.raise', {
      id,
      title: '水渠堵了',
      what: '下雨就漫',
      where: '5组',
      affected: '5组',
      suggestion: '清淤',
      category: 'drainage',
      photoIds: [],
      showName: false,
    }),
  )
  const walk = walker(village)
  await walk.step('moderator', 'return', { returnReason: 'facts', toFix: '写清楚' })
  await village.pass(10 * day)
  expect(await walk.state()).toBe('returned')
  await village.pass(day)
  expect(await walk.state()).toBe('withdrawn')
  expect(granted(await village.as('zhu')('message.list', {})).messages.map(message => message.title)).toContain('议题撤回了')
})

test('of several who proposed it one steps back, and it goes on with the others; only the last can withdraw it', async () => {
  const village = smallVillage()
  const walk = await classified(village)
  await village.store.put('topics', { ...(await village.store.get('topics', id))!, coAuthorIds: ['zhu'] })
  expect(
    refused(await village.as('rep5')('topic.step', { id, rev: await walk.rev(), step: 'withdraw', evidence: { reason: '不提了' } })),
  ).toBe('sole-proposer')
  await walk.step('rep5', 'step_back', { reason: '我搬走了' })
  expect(await village.store.get('topics', id)).toMatchObject({ state: 'classified', authorId: 'zhu', coAuthorIds: [] })
  expect(
    refused(await village.as('rep5')('topic.step', { id, rev: await walk.rev(), step: 'withdraw', evidence: { reason: '不提了' } })),
  ).toBe('not-your-role')
  await walk.step('zhu', 'withdraw', { reason: '已经有人在修' })
  expect(await walk.state()).toBe('withdrawn')
})
