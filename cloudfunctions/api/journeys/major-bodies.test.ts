import { describe, expect, test } from 'vitest'
import { majorWalk, opinion, townLetter } from './major-walk'
import { day } from './small-village'

describe('a matter of the collective', () => {
  const members = { matterClass: 'C1', matterCode: 'C26-10', body: 'CMA' } as const
  test('is reported to the town, and passes by two thirds of all members, however few came', async () => {
    const walk = majorWalk({ ...members, yes: 60 }) // 70 of 90 came; 3×60 ≥ 2×90
    await walk.reach('town_report')
    expect(await walk.refusal('board', 'give_notice', walk.notice(await walk.earliest()))).toBe('step-not-open')
    await walk.reach('resolution_posting')
    expect((await walk.topic()).townReportedAt).not.toBeNull()
    await walk.reach('major_implementing')
  })
  test('59 of 90 is not two thirds of all, though it is far more than two thirds of those who came', async () => {
    const walk = majorWalk(members)
    await walk.reach('counting')
    await walk.keyed('board', 'announce', { ...walk.count(59), ...walk.promise() })
    expect(await walk.state()).toBe('not_passed')
    expect((await walk.journal()).at(-1)).toMatchObject({ step: 'announce_not_passed', transition: 'TR-57' })
  })
  test('when the town is silent for ten working days the board goes on, and says so; a suggestion sends the plan back and is no veto', async () => {
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
    ['what the charter does not give them, the members’ representatives do not decide', { matterClass: 'C2', matterCode: 'C26-9' }, 'CMRA', 'body-competent'],
    ['what the assembly has not handed on, the representatives do not decide', { matterClass: 'L1', matterCode: 'V28-4' }, 'VRA', 'delegation-live'],
    ['the by-laws are the assembly’s alone', { matterClass: 'L1', matterCode: 'BYLAW' }, 'VRA', 'body-competent'],
    ['a group’s matter is the group’s', { matterClass: 'G1', matterCode: 'GROUP' }, 'VA_PERSON', 'body-competent'],
  ])('%s', async (_, matter, body, refusal) => {
    const walk = majorWalk(matter)
    await walk.reach('noticing')
    const before = await walk.topic()
    expect(await walk.refusal('committee', 'give_notice', walk.notice(await walk.earliest(), { body }))).toBe(refusal)
    expect(await walk.topic()).toEqual(before)
  })
  test('a matter put under the wrong class is refused where it is classified', async () => {
    const walk = majorWalk({ matterClass: 'L1', matterCode: 'C26-10' })
    await walk.reach('topic_review')
    expect(await walk.refusal('committee', 'classify', { matterClass: 'L1', matterCode: 'C26-10', classReason: '路', affectedGroups: ['5'], lead: 'committee' })).toBe('code-fits-class')
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
  const problem = { ...opinion, checklist: (opinion.checklist as readonly string[]).map((answer, i) => (i === 3 ? answer.replace('ok', 'problem') : answer)) }
  expect(await walk.refusal('adviser', 'review_lawful', problem)).toBe('checklist-clean')
  expect(await walk.refusal('adviser', 'review_lawful', { ...opinion, checklist: (opinion.checklist as readonly string[]).slice(1) })).toBe('evidence-malformed')
  await walk.step('adviser', 'review_unlawful', { checklist: problem.checklist, opinionReasons: '侵犯外嫁女权益', opinionArticles: '第三十一条' })
  expect(await walk.state()).toBe('two_committees')
  await walk.reach('legality_review')
  await walk.step('adviser', 'review_with_changes', { ...opinion, planText: '修三公里村道，外嫁女同样受益' })
  expect(await walk.state()).toBe('legality_review')
  expect((await walk.confirm('supervisor')).ok).toBe(false)
  expect((await walk.confirm('committee')).ok).toBe(true)
  const reviewed = await walk.topic()
  expect(reviewed).toMatchObject({ state: 'party_members', reviewedHash: reviewed.textHash, dossier: { planText: '修三公里村道，外嫁女同样受益' } })
})
