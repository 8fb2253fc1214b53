import { describe, expect, test } from 'vitest'
import { addDays } from '@/domain/ground/calendar'
import { majorWalk, opinion, partyMeeting, townLetter } from './major-walk'
import { day, granted } from './small-village'

describe('a matter of the collective', () => {
  const members = { matterClass: 'C1', matterCode: 'C26-10', body: 'CMA' } as const
  test('is reported to the town, and passes by two thirds of all members, however few came', async () => {
    const walk = majorWalk({ ...members, yes: 60 }) // 70 of 90 came; 3×60 ≥ 2×90
    await walk.reach('town_report')
    expect(await walk.refusal('board', 'give_notice', walk.notice(await walk.earliest()))).toBe('step-not-open')
    await walk.reach('noticing')
    expect((await walk.topic()).townReportedAt).not.toBeNull()
    // It is the board's to call, and everybody is told so; it lies on its desk and not on the committee's.
    expect(granted(await walk.as('zhu')('topic.view', { id: walk.id })).next).toMatchObject({
      step: 'give_notice',
      who: '冼理事（集体理事会）',
    })
    const waiting = async (who: string) => granted(await walk.as(who)('desk.view', { show: 'waiting' })).items.map(item => item.id)
    expect([await waiting('board'), await waiting('committee')]).toEqual([[walk.id], []])
    expect(granted(await walk.as('committee')('topic.view', { id: walk.id })).steps.map(step => step.name)).not.toContain('give_notice')
    expect(await walk.refusal('committee', 'give_notice', walk.notice(await walk.earliest()))).toBe('not-the-convener')
    await walk.reach('resolution_posting')
    await walk.reach('major_implementing')
  })
  test('59 of 90 is not two thirds of all, though it is far more than two thirds of those who came', async () => {
    const walk = majorWalk(members)
    await walk.reach('counting')
    await walk.keyed('board', 'announce', { ...walk.count(59), ...walk.promise() })
    expect(await walk.state()).toBe('not_passed')
    expect((await walk.journal()).at(-1)).toMatchObject({ step: 'announce_not_passed', transition: 'TR-57' })
  })
  test('when the town is silent for ten working days the board goes on and says so; a suggestion sends back and is no veto', async () => {
    const silent = majorWalk(members)
    await silent.reach('town_report')
    expect(await silent.refusal('board', 'town_silent')).toBe('term-over')
    await silent.village.pass(16 * day)
    expect(await silent.state()).toBe('town_report') // silence is somebody's to record
    await silent.step('board', 'town_silent')
    expect(await silent.state()).toBe('noticing')
    const advised = majorWalk(members)
    await advised.reach('town_report')
    await advised.step('town', 'town_suggests', { townSuggestion: '写明补偿标准', townReplyNo: '横府〔2026〕4号' })
    expect(await advised.topic()).toMatchObject({ state: 'two_committees', townReportedAt: null, reviewedHash: '' })
    await advised.reach('voting')
  })
  test('no change of text slips past the report', async () => {
    const walk = majorWalk(members)
    await walk.reach('town_report')
    await walk.step('committee', 'amend_text', { planText: '补偿款按人头分', changeReason: '村民意见' })
    await walk.step('town', 'town_answers', townLetter)
    expect(await walk.refusal('board', 'give_notice', walk.notice(await walk.earliest()))).toBe('text-reviewed')
  })
})

describe('each body decides what the law gives it', () => {
  test.each([
    ['the representatives have no say over the members’ land money', { matterClass: 'C1', matterCode: 'C26-10' }, 'VRA', 'body-competent'],
    ['nor the villagers’ assembly', { matterClass: 'C1', matterCode: 'C26-10' }, 'VA_PERSON', 'body-competent'],
    ['nor the members’ representatives', { matterClass: 'C1', matterCode: 'C26-10' }, 'CMRA', 'body-competent'],
    [
      'what the charter does not give them, the members’ representatives do not decide',
      { matterClass: 'C2', matterCode: 'C26-9' },
      'CMRA',
      'body-competent',
    ],
    [
      'what the assembly has not handed on, the representatives do not decide',
      { matterClass: 'L1', matterCode: 'V28-4' },
      'VRA',
      'delegation-live',
    ],
    ['the by-laws are the assembly’s alone', { matterClass: 'L1', matterCode: 'BYLAW' }, 'VRA', 'body-competent'],
    ['a group’s matter is the group’s', { matterClass: 'G1', matterCode: 'GROUP' }, 'VA_PERSON', 'body-competent'],
  ])('%s', async (_, matter, body, refusal) => {
    const walk = majorWalk(matter)
    await walk.reach('noticing')
    const before = await walk.topic()
    expect(
      await walk.refusal(
        matter.matterClass.startsWith('C') ? 'board' : 'committee',
        'give_notice',
        walk.notice(await walk.earliest(), { body }),
      ),
    ).toBe(refusal)
    expect(await walk.topic()).toEqual(before)
  })
  test('a matter put under the wrong class is refused where it is classified', async () => {
    const walk = majorWalk({ matterClass: 'L1', matterCode: 'C26-10' })
    await walk.reach('topic_review')
    expect(
      await walk.refusal('committee', 'classify', {
        matterClass: 'L1',
        matterCode: 'C26-10',
        classReason: '路',
        affectedGroups: ['5'],
        lead: 'committee',
      }),
    ).toBe('code-fits-class')
  })
})

describe('what the village decided of its order', () => {
  test('where the village votes first, the town hears of it next, and the members decide last', async () => {
    const walk = majorWalk({ matterClass: 'C1', matterCode: 'C26-10', body: 'CMA' })
    const org = await walk.store.get('orgs', 'v1')
    if (org) await walk.store.put('orgs', { ...org, switches: { collectiveSequence: 'additional_fifth' } })
    await walk.reach('party_members')
    expect(await walk.refusal('secretary', 'party_members_to_town', partyMeeting)).toBe('step-not-open')
    await walk.step('secretary', 'party_members_agree', partyMeeting)
    // The members are not asked yet.
    expect(await walk.refusal('committee', 'give_notice', walk.notice(await walk.earliest()))).toBe('body-competent')
    // And the board does not call the village.
    expect(await walk.refusal('board', 'give_notice', walk.notice(await walk.earliest(), { body: 'VA_PERSON' }))).toBe('not-the-convener')
    await walk.step('committee', 'give_notice', walk.notice(await walk.earliest(), { body: 'VA_PERSON' }))
    await walk.village.pass(11 * day)
    await walk.step('moderator', 'open_assembly')
    await walk.step('moderator', 'open_vote', walk.checkIn())
    await walk.step('moderator', 'close_vote')
    // The village alone decides nothing.
    expect(await walk.refusal('recorder', 'announce', { ...walk.count(), ...walk.promise() })).toBe('step-not-open')
    await walk.keyed('recorder', 'announce_to_town', walk.count())
    expect(await walk.state()).toBe('town_report')
    await walk.step('town', 'town_answers', townLetter)
    expect(await walk.refusal('moderator', 'open_assembly')).toBe('notice-given')
    // Nor the committee the members.
    expect(await walk.refusal('committee', 'give_notice', walk.notice(await walk.earliest()))).toBe('not-the-convener')
    await walk.reach('counting') // noticed, met and voted anew, before the members
    await walk.keyed('board', 'announce', { ...walk.count(60), ...walk.promise() })
    expect(await walk.state()).toBe('resolution_posting')
    expect(
      (await walk.journal())
        .filter(entry => entry.taken)
        .map(entry => entry.transition)
        .filter(id => ['TR-47', 'TR-49', 'TR-56'].includes(id)),
    ).toEqual(['TR-47', 'TR-56', 'TR-49', 'TR-56'])
  })
  test('under a live authorisation the representatives decide; divided, they hand it to the assembly and cannot take it back', async () => {
    const walk = majorWalk({ matterClass: 'L1', matterCode: 'V28-4', body: 'VRA', rollSize: 30, present: 20, yes: 10 })
    const org = await walk.store.get('orgs', 'v1')
    if (org) await walk.store.put('orgs', { ...org, makeUps: { VRA: { members: 30, representatives: 25, womenRepresentatives: 10 } } })
    await walk.store.put('delegations', {
      id: 'given',
      orgId: 'v1',
      from: 'VA',
      to: 'VRA',
      codes: ['V28-4'],
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      grantedBy: '2026年1月村民会议决定',
      form: 'meeting',
      state: 'live',
      byId: 'committee',
      at: 0,
      confirmedById: 'supervisor',
      confirmedAt: 0,
      endedById: null,
      endedAt: null,
      endedReason: '',
    })
    await walk.reach('counting')
    await walk.keyed('recorder', 'announce', { ...walk.count(10), ...walk.promise() }) // a tie
    expect(await walk.state()).toBe('not_passed')
    await walk.step('committee', 'take_to_assembly', { reason: '代表一半对一半' })
    expect(await walk.refusal('committee', 'give_notice', walk.notice(await walk.earliest()))).toBe('body-competent')
    await walk.step('committee', 'give_notice', walk.notice(addDays(walk.today(), 11), { body: 'VA_PERSON', rollSize: 30 }))
  })
})

describe('a group’s own matter', () => {
  test('is decided by its households, two thirds of them there, and may be finished by its leader', async () => {
    const walk = majorWalk({ matterClass: 'G1', matterCode: 'GROUP', body: 'VG_HOUSEHOLD', rollSize: 30, present: 20, yes: 11 })
    await walk.reach('assembly_open')
    await walk.step('moderator', 'open_vote', walk.checkIn(19))
    expect(await walk.state()).toBe('quorum_failed') // 3×19 < 2×30
    await walk.step('committee', 'notice_again', { reason: '差一户' })
    await walk.reach('major_implementing')
    await walk.keyed('leader', 'finish_major', { accepted: true, witness: 'rep5', finalAccount: 1000 })
    expect(await walk.state()).toBe('major_result_posting')
  })
  test('is called by its own leader, no other group’s, not the collective’s board; the leader finds it among what waits', async () => {
    const walk = majorWalk({ matterClass: 'G1', matterCode: 'GROUP', body: 'VG_HOUSEHOLD', rollSize: 30, present: 20 })
    await walk.reach('noticing')
    expect(granted(await walk.as('zhu')('topic.view', { id: walk.id })).next.who).toBe('李主任（村委会）') // who took the matter on
    expect(granted(await walk.as('leader')('home.view', {})).todo).toMatchObject([{ topicId: walk.id, says: '发会议通知' }])
    const leader = await walk.store.get('people', 'leader')
    if (leader) await walk.store.put('people', { ...leader, group: 6 })
    expect(await walk.refusal('leader', 'give_notice', walk.notice(await walk.earliest()))).toBe('not-the-convener')
    expect(await walk.refusal('board', 'give_notice', walk.notice(await walk.earliest()))).toBe('not-the-convener')
    if (leader) await walk.store.put('people', leader)
    await walk.step('leader', 'give_notice', walk.notice(await walk.earliest()))
  })
  test('a tie has not passed', async () => {
    const walk = majorWalk({ matterClass: 'G1', matterCode: 'GROUP', body: 'VG_HOUSEHOLD', rollSize: 30, present: 20 })
    await walk.reach('counting')
    await walk.keyed('recorder', 'announce', { ...walk.count(10), ...walk.promise() })
    expect(await walk.state()).toBe('not_passed')
  })
})

test('what is not signed lawful goes back; a text changed in the review wants the committee’s second key', async () => {
  const walk = majorWalk({ matterClass: 'L1', matterCode: 'V28-4' })
  await walk.reach('legality_review')
  const problem = {
    ...opinion,
    checklist: (opinion.checklist as readonly string[]).map((answer, i) => (i === 3 ? answer.replace('ok', 'problem') : answer)),
  }
  expect(await walk.refusal('adviser', 'review_lawful', problem)).toBe('checklist-clean')
  expect(await walk.refusal('adviser', 'review_lawful', { ...opinion, checklist: (opinion.checklist as readonly string[]).slice(1) })).toBe(
    'evidence-malformed',
  )
  await walk.step('adviser', 'review_unlawful', {
    checklist: problem.checklist,
    opinionReasons: '侵犯外嫁女权益',
    opinionArticles: '第三十一条',
  })
  expect(await walk.state()).toBe('two_committees')
  await walk.reach('legality_review')
  await walk.step('adviser', 'review_with_changes', { ...opinion, planText: '修三公里村道，外嫁女同样受益' })
  expect(await walk.state()).toBe('legality_review')
  expect((await walk.confirm('supervisor')).ok).toBe(false)
  expect((await walk.confirm('committee')).ok).toBe(true)
  const reviewed = await walk.topic()
  expect(reviewed).toMatchObject({
    state: 'party_members',
    reviewedHash: reviewed.textHash,
    dossier: { planText: '修三公里村道，外嫁女同样受益' },
  })
})
