import { describe, expect, test } from 'vitest'
import { addDays, dayOf, endOf, startOf } from '@/domain/ground/calendar'
import { brokenAt } from '@/domain/ground/journal'
import { majorWalk, partyMeeting, proposal, talked } from './major-walk'
import { day, granted, hour, key, refused } from './small-village'

const villagers = { matterClass: 'L1', matterCode: 'V28-4' } as const

test('a village matter, from the party’s proposal to the look back half a year later, and its closing', async () => {
  const walk = majorWalk(villagers)
  await walk.reach('resolution_posting')
  const posted = await walk.topic()
  expect(posted.dueAt).toBeGreaterThanOrEqual(endOf(addDays(walk.today(), 15)))
  await walk.reach('major_implementing')
  expect((await walk.topic()).dueAt).toBe(endOf(String(posted.dossier.finishBy)))
  await walk.step('committee', 'report_progress', { progressNote: '铺了一公里', percent: 30 })
  await walk.reach('major_evaluating')
  for (const who of ['zhu', 'rep5', 'leader']) granted(await walk.as(who)('rating.give', { id: walk.id, stars: 5, axes: {}, words: '' }))
  await walk.reach('post_evaluation')
  const report = {
    goalsMet: '路通了',
    benefits: '家家门口都到',
    lessons: '早些备料',
    evaluators: '何监委和三名代表',
    recommendation: 'keep',
  }
  expect(await walk.refusal('supervisor', 'file_evaluation', report)).toBe('evaluation-due')
  await walk.village.until((await walk.topic()).dueAt ?? 0)
  expect(await walk.state()).toBe('post_evaluation') // time alone does not close what nobody looked back at
  await walk.step('supervisor', 'file_evaluation', report)
  await walk.village.pass(13 * day)
  expect(await walk.state()).toBe('post_evaluation')
  await walk.village.until((await walk.topic()).dueAt ?? 0)
  expect(await walk.state()).toBe('major_closed')
  const journal = await walk.journal()
  expect(brokenAt(journal)).toBeNull()
  expect(journal.filter(entry => entry.taken).map(entry => entry.step)).toEqual([
    'submit',
    'receive',
    'accept',
    'review',
    'classify',
    'enter_major',
    'propose',
    'agree_plan',
    'review_lawful',
    'party_members_agree',
    'give_notice',
    'open_assembly',
    'open_vote',
    'close_vote',
    'announce',
    'board_first',
    'board_last',
    'certify_posting',
    'carry_out',
    'report_progress',
    'finish_major',
    'board_first',
    'board_last',
    'certify_posting',
    'ask_ratings_major',
    'look_back',
    'file_evaluation',
    'close_major',
  ])
})

describe('numbers decide, not the clerk', () => {
  test('a party meeting of 20 among 40 is recorded as not passed, and the plan goes back', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('party_members')
    await walk.step('secretary', 'party_members_agree', { ...partyMeeting, pmmYes: 20, pmmNo: 7 })
    expect(await walk.state()).toBe('two_committees')
    expect((await walk.journal()).at(-1)).toMatchObject({
      step: 'party_members_refuse',
      said: '党员大会没有通过',
      evidence: { pmmYes: 20 },
    })
    expect(await walk.topic()).toMatchObject({ reviewedHash: '' }) // and is reviewed anew
  })
  test('a committee that does not agree, and two committees that do not, likewise', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('party_proposal')
    await walk.step('partyMember', 'propose', { ...proposal, pcmYes: 2 })
    expect(await walk.state()).toBe('classified')
    await walk.reach('two_committees')
    await walk.step('committee', 'agree_plan', { ...talked, tcmYes: 3 })
    expect(await walk.state()).toBe('party_proposal')
    expect((await walk.journal()).map(entry => entry.step)).toEqual(expect.arrayContaining(['decline', 'send_back_plan']))
  })
  test.each([
    ['more present than should attend', { pmmPresent: 41 }],
    ['more yes than present', { pmmYes: 31 }],
    ['more voices than present', { pmmNo: 7 }],
  ])('%s: refused, and nothing is on record', async (_, wrong) => {
    const walk = majorWalk(villagers)
    await walk.reach('party_members')
    const before = await walk.topic()
    expect(await walk.refusal('secretary', 'party_members_agree', { ...partyMeeting, ...wrong })).toBe('numbers-consistent')
    expect(await walk.topic()).toEqual(before)
  })
  test('an assembly that says no is recorded so; the plan may be changed, and only a changed one comes back', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    await walk.keyed('recorder', 'announce', { ...walk.count(35), ...walk.promise() })
    expect(await walk.state()).toBe('not_passed')
    expect(await walk.refusal('committee', 'revise', { planText: '修三公里村道，预算三十万元', nextPlan: '少修一段' })).toBe('plan-changed')
    await walk.step('committee', 'revise', { planText: '先修两公里', nextPlan: '少修一段' })
    expect(await walk.state()).toBe('two_committees')
  })
  test('ballots that do not add up to who is there are refused', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    const before = await walk.topic()
    expect(await walk.refusal('recorder', 'announce', { ...walk.count(50, { votesNo: 21 }), ...walk.promise() })).toBe('ballots-add-up')
    expect(await walk.topic()).toEqual(before)
  })
  test('the scrutineer whom the notice names turns the second key; only when the day is over may another supervisor', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    await walk.step('recorder', 'announce', { ...walk.count(50), ...walk.promise() })
    expect(refused(await walk.confirm('supervisor2'))).toBe('second-key-is-scrutineers')
    const waits = async (who: string) => granted(await walk.as(who)('home.view', {})).todo.map(item => item.kind)
    expect([await waits('supervisor'), await waits('supervisor2')]).toEqual([['confirm'], []])
    expect(granted(await walk.as('zhu')('topic.view', { id: walk.id })).next).toMatchObject({
      what: '何监委（村务监督委员会）确认：公布计票',
      who: '何监委（村务监督委员会）',
    })
    await walk.village.until(startOf(addDays(walk.today(), 1)))
    expect([await waits('supervisor'), await waits('supervisor2')]).toEqual([['confirm'], ['confirm']])
    granted(await walk.confirm('supervisor2'))
    expect(await walk.state()).toBe('resolution_posting')
  })
  test('a scrutineer who declared an interest turns no key, and keeps nobody from it', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    await walk.step('supervisor', 'declare_interest', { relation: 'relative' })
    await walk.step('recorder', 'announce', { ...walk.count(50), ...walk.promise() })
    expect(refused(await walk.confirm('supervisor'))).toBe('conflict-declared')
    granted(await walk.confirm('supervisor2'))
  })
  test('one may vote and count once more, and no third time', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    await walk.step('supervisor', 'recount', { incident: '多出一张票' })
    expect(await walk.state()).toBe('voting')
    await walk.step('moderator', 'close_vote')
    expect(await walk.refusal('supervisor', 'recount', { incident: '又多出一张' })).toBe('recount-left')
  })
})

describe('notice', () => {
  const noticed = async (matter: Parameters<typeof majorWalk>[0]) => {
    const walk = majorWalk(matter)
    await walk.reach('noticing')
    await walk.village.until(startOf('2026-04-01') + 9 * hour)
    return walk
  }
  test('ten full days: noticed on April 1, April 11 is refused and April 12 is the first', async () => {
    const walk = await noticed(villagers)
    expect(await walk.refusal('committee', 'give_notice', walk.notice('2026-04-11'))).toBe('notice-long-enough')
    await walk.step('committee', 'give_notice', walk.notice('2026-04-12'))
    await walk.village.until(startOf('2026-04-12') - 1)
    expect(await walk.refusal('moderator', 'open_assembly')).toBe('meeting-time-reached')
    await walk.village.until(startOf('2026-04-12'))
    await walk.step('moderator', 'open_assembly')
    expect(await walk.state()).toBe('assembly_open')
  })
  test('in special circumstances the villagers’ assembly may meet sooner, with two keys', async () => {
    const walk = await noticed(villagers)
    expect(await walk.refusal('committee', 'give_urgent_notice', { ...walk.notice('2026-04-03'), urgentReason: '塌方' })).toBe(
      'not-your-role',
    )
    await walk.step('secretary', 'give_urgent_notice', { ...walk.notice('2026-04-03'), urgentReason: '塌方，路断了' })
    expect(await walk.refusal('moderator', 'open_assembly')).toBe('notice-given') // one key is none
    granted(await walk.confirm('supervisor2'))
    await walk.village.until(startOf('2026-04-03') + hour)
    await walk.step('moderator', 'open_assembly')
    expect(await walk.state()).toBe('assembly_open')
  })
  test('the members’ assembly never', async () => {
    const walk = await noticed({ matterClass: 'C1', matterCode: 'C26-10', body: 'CMA' })
    expect(await walk.refusal('secretary', 'give_urgent_notice', { ...walk.notice('2026-04-03'), urgentReason: '急' })).toBe(
      'urgent-allowed',
    )
    expect(await walk.refusal('board', 'give_notice', walk.notice('2026-04-11'))).toBe('notice-long-enough')
    await walk.step('board', 'give_notice', walk.notice('2026-04-12'))
  })
  test('the roll that was noticed does not shrink', async () => {
    const walk = await noticed(villagers)
    await walk.step('committee', 'give_notice', walk.notice('2026-04-20'))
    // It is out; what follows is a correction.
    expect(await walk.refusal('committee', 'give_notice', walk.notice('2026-04-20'))).toBe('step-not-open')
    expect(
      granted(await walk.as('committee')('topic.view', { id: walk.id }))
        .steps.filter(step => step.label.includes('通知'))
        .map(step => step.label),
    ).toEqual(['更正会议通知，重新发'])
    expect(await walk.refusal('committee', 'correct_notice', walk.notice('2026-04-20', { rollSize: 80 }))).toBe('roll-frozen')
    expect(await walk.refusal('committee', 'correct_notice', walk.notice('2026-04-11', { rollSize: 91 }))).toBe('notice-long-enough')
    await walk.step('committee', 'correct_notice', walk.notice('2026-04-21', { rollSize: 91 }))
    expect((await walk.topic()).dossier).toMatchObject({ meetingDay: '2026-04-21', rollSize: 91 })
  })
})

describe('the text that is voted on is the text that was reviewed', () => {
  test('changed after the notice it is not voted on until it is reviewed again and every later meeting held again', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('noticing')
    await walk.step('committee', 'give_notice', walk.notice(await walk.earliest()))
    expect(await walk.refusal('committee', 'amend_text', { planText: '修三公里村道，预算三十万元', changeReason: '没有改' })).toBe(
      'plan-changed',
    )
    await walk.step('committee', 'amend_text', { planText: '修两公里村道', changeReason: '钱不够' })
    await walk.village.pass(12 * day)
    expect(await walk.refusal('moderator', 'open_assembly')).toBe('text-reviewed')
    expect(await walk.refusal('committee', 'correct_notice', walk.notice(await walk.earliest()))).toBe('text-reviewed')
    await walk.step('committee', 'review_again', { reason: '改短了一公里' })
    expect(await walk.state()).toBe('legality_review')
    await walk.reach('noticing')
    expect(await walk.refusal('moderator', 'open_assembly')).toBe('notice-given')
    await walk.reach('voting')
    expect((await walk.topic()).dossier.planText).toBe('修两公里村道')
  })
})

describe('too few come', () => {
  test('the vote does not begin; called again twice, and then no more', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('assembly_open')
    for (const left of [true, true, false]) {
      await walk.step('moderator', 'open_vote', walk.checkIn(45)) // exactly half is not more than half
      expect(await walk.state()).toBe('quorum_failed')
      expect((await walk.journal()).at(-1)).toMatchObject({ step: 'quorum_fails', evidence: { presentHall: 45 } })
      expect(await walk.refusal('committee', 'take_to_assembly', { reason: '人少' })).toBe('step-not-open') // it is the assembly already
      if (!left) break
      await walk.step('committee', 'notice_again', { reason: '农忙' })
      await walk.meet()
    }
    expect(await walk.refusal('committee', 'notice_again', { reason: '农忙' })).toBe('notices-left')
    await walk.step('committee', 'give_up_meeting', { reason: '三次都不够人' })
    expect(await walk.state()).toBe('withdrawn')
  })
  test('whoever takes part from afar counts at the members’ assembly alone', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('assembly_open')
    expect(await walk.refusal('moderator', 'open_vote', walk.checkIn(40, { presentOnline: 10 }))).toBe('attendance-lawful')
    expect(await walk.refusal('moderator', 'open_vote', walk.checkIn(40, { presentProxy: 10 }))).toBe('attendance-lawful')
    const members = majorWalk({ matterClass: 'C1', matterCode: 'C26-10', body: 'CMA' })
    await members.reach('assembly_open')
    await members.step('moderator', 'open_vote', members.checkIn(40, { presentOnline: 15, presentProxy: 5 }))
    expect(await members.state()).toBe('voting')
  })
  test('what divides the representatives goes to the villagers’ assembly, with notices of its own, and does not come back', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('noticing')
    const dossier = { ...(await walk.topic()).dossier, body: 'VRA', rollSize: 10 }
    await walk.place({ state: 'quorum_failed', renotices: 2, dossier }) // as after two meetings that too few came to
    expect(await walk.refusal('committee', 'notice_again', { reason: '人少' })).toBe('notices-left')
    await walk.step('secretary', 'take_to_assembly', { reason: '代表来不齐' })
    expect(await walk.topic()).toMatchObject({ state: 'noticing', renotices: 0 })
    expect(await walk.refusal('committee', 'give_notice', walk.notice(await walk.earliest(), { body: 'VRA' }))).toBe('body-competent')
    await walk.reach('voting')
    expect((await walk.topic()).dossier.body).toBe('VA_PERSON')
  })
})

describe('the resolution on the board', () => {
  test('does not come down on its fourteenth day, and a correction puts it up anew', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('resolution_posting')
    await walk.step('committee', 'board_first')
    await walk.village.until(startOf(addDays(dayOf((await walk.topic()).enteredAt), 14)))
    expect(await walk.refusal('committee', 'board_last')).toBe('last-posting-day')
    expect(await walk.state()).toBe('resolution_posting')
    const first = (await walk.topic()).dueAt ?? 0
    await walk.keyed('committee', 'correct_resolution', { resolutionText: '同意修三公里村道（5组）', changeReason: '漏写了组' })
    const corrected = await walk.topic()
    expect(corrected.dueAt).toBeGreaterThanOrEqual(endOf(addDays(walk.today(), 15)))
    expect(corrected.dossier.boardPhotoFirst).toBeUndefined()
    await walk.village.until(first + day)
    expect(await walk.state()).toBe('resolution_posting')
    await walk.posting()
    expect(await walk.state()).toBe('major_implementing')
  })
  test('an objection keeps it there; upheld by the supervisors, never by the secretary, the vote is held again', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('resolution_posting')
    granted(await walk.as('zhu')('objection.file', { id: walk.id, objectionId: key('o1'), reason: '计票时没有监票人' }))
    const secretary = await walk.store.get('people', 'secretary')
    if (secretary) await walk.store.put('people', { ...secretary, roles: [...secretary.roles, 'supervisor'] })
    expect(
      refused(await walk.as('secretary')('objection.answer', { topicId: walk.id, objectionId: key('o1'), upheld: false, answer: '没事' })),
    ).toBe('not-your-role')
    expect(await walk.refusal('secretary', 'redo_vote', { explanation: '重来' })).toBe('second-key-is-secretary')
    await walk.posting()
    expect(await walk.state()).toBe('resolution_posting') // the days are over, the objection is not
    granted(
      await walk.as('supervisor2')('objection.answer', {
        topicId: walk.id,
        objectionId: key('o1'),
        upheld: true,
        answer: '监票人确实不在',
      }),
    )
    expect(await walk.topic()).toMatchObject({ state: 'noticing', openObjections: 0, noticedAt: null })
    await walk.reach('resolution_posting')
    granted(await walk.as('zhu')('objection.file', { id: walk.id, objectionId: key('o2'), reason: '还是不对' }))
    granted(
      await walk.as('supervisor2')('objection.answer', { topicId: walk.id, objectionId: key('o2'), upheld: false, answer: '这次都在' }),
    )
    await walk.posting()
    expect(await walk.state()).toBe('major_implementing')
  })
})
