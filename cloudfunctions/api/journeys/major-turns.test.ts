import { describe, expect, test } from 'vitest'
import { addDays, endOf } from '@/domain/ground/calendar'
import { brokenAt } from '@/domain/ground/journal'
import { majorWalk, opinion, plan, talked } from './major-walk'
import { day, granted, hour, key, refused } from './small-village'

const villagers = { matterClass: 'L1', matterCode: 'V28-4' } as const
const order = { orderNo: '横府〔2026〕9号', explanation: '程序要查清' }

describe('two keys, two people, no interest of their own', () => {
  test('the secretary’s second post turns no second key', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('topic_review')
    const secretary = await walk.store.get('people', 'secretary')
    if (secretary) await walk.store.put('people', { ...secretary, roles: [...secretary.roles, 'supervisor'] })
    await walk.step('committee', 'classify', {
      matterClass: 'L1',
      matterCode: 'V28-4',
      classReason: '全村的路',
      affectedGroups: ['5'],
      lead: 'committee',
    })
    expect(refused(await walk.confirm('secretary'))).toBe('second-key-is-secretary')
    expect(refused(await walk.confirm('committee'))).toBe('not-your-role')
    expect(await walk.state()).toBe('topic_review')
    expect((await walk.confirm()).ok).toBe(true)
  })
  test('nor does who declared an interest, though another supervisor may', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    await walk.step('supervisor', 'declare_interest', { relation: 'relative' })
    expect((await walk.topic()).recusedIds).toEqual(['supervisor'])
    await walk.step('recorder', 'declare_interest', { relation: 'beneficiary' })
    // Nor announces the count.
    expect(await walk.refusal('recorder', 'announce', { ...walk.count(), ...walk.promise() })).toBe('conflict-declared')
    await walk.step('moderator', 'announce', { ...walk.count(), ...walk.promise() })
    expect(refused(await walk.confirm('supervisor'))).toBe('conflict-declared')
    expect((await walk.confirm('supervisor2')).ok).toBe(true)
    await walk.step('committee', 'board_first')
    await walk.village.until(((await walk.topic()).dueAt ?? 0) - hour)
    await walk.step('committee', 'board_last')
    expect(await walk.refusal('supervisor', 'certify_posting', { postingCertified: true })).toBe('conflict-declared')
    await walk.step('supervisor2', 'certify_posting', { postingCertified: true })
  })
  test('nor the proposer, whatever office they hold', async () => {
    const walk = majorWalk({ ...villagers, author: 'supervisor' })
    await walk.reach('topic_review')
    await walk.step('committee', 'classify', {
      matterClass: 'L1',
      matterCode: 'V28-4',
      classReason: '全村的路',
      affectedGroups: ['5'],
      lead: 'committee',
    })
    expect(refused(await walk.confirm('supervisor'))).toBe('second-key-is-proposer')
    expect((await walk.confirm('supervisor2')).ok).toBe(true)
  })
  test('an adviser with an interest signs nothing; another adviser may', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('legality_review')
    await walk.step('adviser', 'declare_interest', { relation: 'agent' })
    expect(await walk.refusal('adviser', 'review_lawful', opinion)).toBe('conflict-declared')
    expect(
      await walk.refusal('adviser', 'review_unlawful', {
        checklist: opinion.checklist ?? [],
        opinionReasons: '不行',
        opinionArticles: '第三十一条',
      }),
    ).toBe('conflict-declared')
    await walk.step('adviser2', 'review_lawful', opinion)
    expect(await walk.state()).toBe('party_members')
  })
  test('what the adviser may not judge the town’s justice office does, once it is handed on and not before', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('legality_review')
    expect(await walk.refusal('town', 'judicial_review_lawful', opinion)).toBe('step-not-open')
    await walk.step('adviser', 'declare_interest', { relation: 'agent' })
    await walk.step('adviser', 'review_passed_on', { opinionReasons: '我替施工方办过事' })
    await walk.step('town', 'judicial_review_lawful', opinion)
    const reviewed = await walk.topic()
    expect(reviewed).toMatchObject({ state: 'party_members', reviewedHash: reviewed.textHash })
  })
  test('who counts does not watch the count, and neither is the proposer nor has an interest', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('noticing')
    const sit = async (scrutineer: string, teller: string) =>
      walk.refusal('committee', 'give_notice', walk.notice(await walk.earliest(), { scrutineer, teller }))
    const both = await walk.store.get('people', 'supervisor')
    if (both) await walk.store.put('people', { ...both, roles: [...both.roles, 'representative'] })
    expect(await sit('supervisor', 'supervisor')).toBe('counters-free')
    expect(await sit('supervisor', 'rep5')).toBe('counters-free') // who raised it
    expect(await sit('rep1', 'rep2')).toBe('no-such-person') // a scrutineer is a supervisor
    await walk.step('rep1', 'declare_interest', { relation: 'beneficiary' })
    expect(await sit('supervisor', 'rep1')).toBe('counters-free')
    expect(await sit('supervisor', 'rep2')).toBeNull()
  })
})

describe('execution is stopped', () => {
  test('by the town’s order, until the town lifts it; a resolution then stands on the board for fifteen days anew', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('resolution_posting')
    await walk.step('committee', 'board_first')
    await walk.village.pass(10 * day)
    await walk.step('town', 'suspend', order)
    expect(await walk.topic()).toMatchObject({ state: 'suspended', heldFrom: 'resolution_posting', dueAt: null })
    await walk.village.pass(40 * day)
    expect(await walk.state()).toBe('suspended') // time does not lift an order
    expect(await walk.refusal('supervisor', 'resume', { explanation: '查清了' })).toBe('not-your-role')
    expect(await walk.refusal('supervisor', 'resume_early', { explanation: '查清了' })).toBe('step-not-open')
    await walk.step('town', 'resume', { explanation: '查清了' })
    const resumed = await walk.topic()
    expect(resumed).toMatchObject({ state: 'resolution_posting', heldFrom: null })
    expect(resumed.dueAt).toBeGreaterThanOrEqual(endOf(addDays(walk.today(), 15)))
    expect(resumed.dossier.boardPhotoFirst).toBeUndefined()
    await walk.reach('major_implementing')
  })
  test('in an emergency by the secretary and a supervisor, for seven days and no longer', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('major_implementing')
    await walk.step('secretary', 'suspend_emergency', { explanation: '挖断了水管' })
    expect(await walk.state()).toBe('major_implementing') // one key stops nothing
    expect((await walk.confirm()).ok).toBe(true)
    const stopped = await walk.topic()
    expect(stopped).toMatchObject({ state: 'suspended', dueAt: endOf(addDays(walk.today(), 7)) })
    await walk.village.until((stopped.dueAt ?? 0) - 1)
    expect(await walk.state()).toBe('suspended')
    await walk.village.until(stopped.dueAt ?? 0)
    expect(await walk.state()).toBe('major_implementing')
    expect((await walk.journal()).at(-1)).toMatchObject({ step: 'resume_by_time', byId: null })
    expect(await walk.refusal('secretary', 'suspend_emergency', { explanation: '又来一次' })).toBe('emergency-left')
  })
  test('or the supervisor lets it go on sooner', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('major_implementing')
    await walk.keyed('secretary', 'suspend_emergency', { explanation: '挖断了水管' })
    await walk.step('supervisor', 'resume_early', { explanation: '水管修好了' })
    const resumed = await walk.topic()
    // The day that was promised stays the day.
    expect(resumed).toMatchObject({ state: 'major_implementing', dueAt: endOf(String(resumed.dossier.finishBy)) })
  })
  test('an order may send it back to be talked over, or undo it: from there nothing leads on', async () => {
    const revised = majorWalk(villagers)
    await revised.reach('major_implementing')
    await revised.step('town', 'suspend', order)
    await revised.step('town', 'revise_suspended', { explanation: '方案要改' })
    expect(await revised.topic()).toMatchObject({ state: 'two_committees', reviewedHash: '', noticedAt: null })
    await revised.reach('resolution_posting')
    await revised.step('town', 'annul', order)
    expect(await revised.state()).toBe('annulled')
    for (const [who, name, given] of [
      ['supervisor', 'reopen', { newFacts: '还想办' }],
      ['town', 'reopen', { newFacts: '还想办' }],
      ['rep5', 'appeal', { reason: '不服' }],
      ['town', 'resume', { explanation: '恢复' }],
      ['committee', 'correct_resolution', { resolutionText: '改', changeReason: '改' }],
    ] as const)
      expect(await revised.refusal(who, name, given), name).toBe('step-not-open')
    expect(brokenAt(await revised.journal())).toBeNull()
  })
})

describe('opened again', () => {
  test('within a year of its end by a supervisor or the town; everything is then gone through anew', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    await walk.keyed('recorder', 'announce', { ...walk.count(20), ...walk.promise() })
    await walk.step('committee', 'close_not_passed', { nextPlan: '明年再说' })
    expect(await walk.state()).toBe('major_closed')
    await walk.village.pass(364 * day)
    expect(await walk.refusal('committee', 'reopen', { newFacts: '镇里有补助了' })).toBe('not-your-role')
    await walk.step('supervisor', 'reopen', { newFacts: '镇里有补助了' })
    expect(await walk.topic()).toMatchObject({
      state: 'topic_review',
      reviewedHash: '',
      townReportedAt: null,
      noticedAt: null,
      renotices: 0,
      recounts: 0,
    })
    await walk.reach('resolution_posting')
  })
  test('after a year, no more', async () => {
    const walk = majorWalk(villagers)
    await walk.reach('counting')
    await walk.keyed('recorder', 'announce', { ...walk.count(20), ...walk.promise() })
    await walk.step('committee', 'close_not_passed', { nextPlan: '明年再说' })
    await walk.village.pass(365 * day)
    for (const who of ['supervisor', 'town'])
      expect(await walk.refusal(who, 'reopen', { newFacts: '镇里有补助了' })).toBe('within-reopening')
  })
})

test('a change of substance while it is carried out goes back to the two committees, and the old review is void', async () => {
  const walk = majorWalk(villagers)
  await walk.reach('major_implementing')
  expect(await walk.refusal('committee', 'change_order', { planText: String(plan.planText), changeReason: '没有改' })).toBe('plan-changed')
  await walk.step('committee', 'change_order', { planText: '改修四公里，预算四十五万元', changeReason: '多修一公里' })
  expect(await walk.topic()).toMatchObject({ state: 'two_committees', reviewedHash: '', noticedAt: null })
  await walk.step('committee', 'agree_plan', { ...talked, planText: '改修四公里，预算四十五万元' })
  expect(await walk.state()).toBe('legality_review')
})

describe('an objection to a resolution that holds says what was wrong, and the matter goes where that is put right', () => {
  test.each([
    ['text', 'resolution_posting', 'order_correction'],
    ['procedure', 'noticing', 'redo_vote'],
    ['plan', 'two_committees', 'redo_plan'],
    ['unlawful', 'suspended', 'suspend_unlawful'],
  ] as const)('%s', async (cause, state, step) => {
    const walk = majorWalk(villagers)
    await walk.reach('resolution_posting')
    const posted = await walk.topic()
    const { as, pass } = walk.village
    await pass(5 * day)
    granted(await as('zhu')('objection.file', { id: posted.id, objectionId: key(cause), reason: '金额写错了' }))
    granted(
      await as('supervisor2')('objection.answer', {
        topicId: posted.id,
        objectionId: key(cause),
        upheld: true,
        cause,
        answer: '查过了，确实有错',
      }),
    )
    const after = await walk.topic()
    expect(after.state).toBe(state)
    expect((await walk.journal()).some(entry => entry.step === step && entry.taken)).toBe(true)
    // Corrected words stand for fifteen days of their own; what is unlawful waits for the town alone.
    if (cause === 'text') expect(after.dueAt).toBeGreaterThan(posted.dueAt ?? 0)
    if (cause === 'unlawful') expect(await walk.refusal('supervisor', 'resume_early', { explanation: '没事了' })).toBe('step-not-open')
  })
})
