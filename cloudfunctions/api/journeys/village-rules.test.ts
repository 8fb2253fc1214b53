import { expect, test } from 'vitest'
import type { Input } from '@/contract'
import { addDays, dayOf, endOf, postingEnds } from '@/domain/ground/calendar'
import type { Person } from '@/domain/resident/people'
import { isRestDay } from '../../adapters/rest-days'
import { day, granted, key, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
type Proposed = Partial<Input<'settings.propose'>>
const proposed = (given: Proposed = {}): Input<'settings.propose'> => ({
  key: key('p1'),
  id: 'postingDays',
  value: 20,
  reason: '村里人出门久，多贴几天',
  ...given,
})
const propose = (village: Village, given: Proposed = {}, who = 'committee') => village.as(who)('settings.propose', proposed(given))
const confirm = (village: Village, given: Partial<Input<'settings.confirm'>> = {}, who = 'supervisor') =>
  village.as(who)('settings.confirm', { id: 'v1:postingDays', key: key('p1'), agrees: true, note: '', ...given })
const rule = async (village: Village, id: string) => granted(await village.guest('settings.view', {})).rules.find(one => one.id === id)!
const history = async (village: Village) => granted(await village.guest('settings.history', {})).changes

/** The small village, with a town officer and one more of the committee. */
async function withTown(): Promise<Village> {
  const village = smallVillage()
  const more: readonly Person[] = [
    { id: 'town', orgId: 'v1', name: '区干部', roles: ['resident', 'town_officer'], group: 0, householdId: null },
    { id: 'committee2', orgId: 'v1', name: '黄委员', roles: ['resident', 'villager', 'committee'], group: 2, householdId: null },
  ]
  for (const person of more) {
    await village.store.put('people', person)
    await village.store.put('accounts', { id: `o-${person.id}`, orgId: 'v1', personId: person.id })
  }
  return village
}

const words = {
  title: '水渠堵了',
  what: '下雨就漫',
  where: '5组',
  affected: '5组',
  suggestion: '清淤',
  category: 'drainage' as const,
  photoIds: [],
  showName: true,
}

test('everybody reads what the village chose, with its default, the least the law allows, and its article', async () => {
  const village = smallVillage()
  expect(await rule(village, 'postingDays')).toMatchObject({
    now: '15 天',
    usual: '15 天',
    floor: '15 天',
    article: '村民委员会组织法第三十五条',
    own: false,
    group: 'terms',
  })
  expect(await rule(village, 'quorum.VRA')).toMatchObject({
    now: '三分之二以上',
    floor: '三分之二以上',
    part: '村民代表会议',
    group: 'meetings',
  })
  expect(await rule(village, 'collectiveSequence')).toMatchObject({ value: 'replace_fourth', group: 'town' })
  expect(await rule(village, 'onlineVoteByLaw')).toMatchObject({ now: '小村自治章程第二十三条' })
})

test('a figure below the law is refused, whoever asks, and the article says why', async () => {
  const village = smallVillage()
  expect(refused(await propose(village, { value: 14 }))).toBe('below-the-law')
  expect((await rule(village, 'postingDays')).belowWords).toBe('公示几天：不能低于 15 天（村民委员会组织法第三十五条）')
  expect(refused(await propose(village, { id: 'quorum.VRA', value: { numerator: 1, denominator: 2, reach: 'at-least' } }))).toBe(
    'below-the-law',
  )
  expect(refused(await propose(village, { id: 'pass.CMA', value: { numerator: 1, denominator: 2, reach: 'more-than' } }))).toBe(
    'below-the-law',
  )
  expect(granted(await village.guest('settings.view', {})).waiting).toEqual([])
})

test.each([
  ['what it is already', { value: 15 }, 'same-as-now'],
  ['more than there is', { value: 9999 }, 'out-of-bounds'],
  ['a word for a number', { value: '二十' }, 'setting-malformed'],
  ['a rule that is none', { id: 'townName' }, 'no-such-setting'],
  ['objections past the posting', { id: 'objectionDays', value: 16 }, 'longer-than-posting'],
  ['a matter only members decide', { id: 'charterGives', value: ['C26-1'] }, 'setting-malformed'],
  ['no reason', { reason: ' ' }, 'empty-text'],
  ['abuse', { reason: '骂人的话' }, 'content-risky'],
] as const)('%s is refused', async (_, given, refusal) => {
  expect(refused(await propose(smallVillage(), given as Proposed))).toBe(refusal)
})

test('the committee proposes, a supervisor confirms, and the history says who, when, from what to what', async () => {
  const village = smallVillage()
  for (const who of ['zhu', 'moderator', 'secretary', 'supervisor']) expect(refused(await propose(village, {}, who))).toBe('not-your-role')
  granted(await propose(village))
  granted(await propose(village)) // the answer was lost: it is the same proposal
  expect((await rule(village, 'postingDays')).now).toBe('15 天') // nothing changes by being proposed
  expect(granted(await village.as('supervisor')('settings.view', {})).waiting).toMatchObject([
    { label: '公示几天', from: '15 天', to: '20 天', waitsFor: 'supervisor', mayConfirm: true },
  ])
  expect(granted(await village.as('committee')('settings.view', {})).waiting[0]?.mayConfirm).toBe(false)
  for (const who of ['zhu', 'committee', 'moderator', 'secretary']) expect(refused(await confirm(village, {}, who))).toBe('not-your-role')
  expect(granted(await confirm(village)).outcome).toBe('changed')
  expect(granted(await confirm(village)).outcome).toBe('changed') // asked again, changed once
  expect(refused(await confirm(village, {}, 'supervisor2'))).toBe('no-such-proposal')
  expect(await rule(village, 'postingDays')).toMatchObject({ now: '20 天', own: true })
  expect(await history(village)).toEqual([
    expect.objectContaining({
      label: '公示几天',
      from: '15 天',
      to: '20 天',
      outcome: 'changed',
      proposedBy: '李主任（村委会）',
      confirmedBy: '何监委（村务监督委员会）',
      approvedBy: null,
      at: village.now(),
    }),
  ])
})

test('whoever proposed, and whoever is the party secretary, is no second key', async () => {
  const village = smallVillage()
  for (const id of ['committee', 'secretary']) {
    const person = await village.store.get('people', id)
    await village.store.put('people', { ...person!, roles: [...person!.roles, 'supervisor'] })
  }
  granted(await propose(village))
  expect(refused(await confirm(village, {}, 'committee'))).toBe('second-key-same-person')
  expect(refused(await confirm(village, {}, 'secretary'))).toBe('second-key-is-secretary')
})

test('a refusal has its reason, changes nothing, stands in the history, and the rule may be proposed anew', async () => {
  const village = smallVillage()
  granted(await propose(village))
  expect(refused(await confirm(village, { agrees: false }))).toBe('empty-text')
  expect(granted(await confirm(village, { agrees: false, note: '先开代表会商量' })).outcome).toBe('declined')
  expect((await rule(village, 'postingDays')).now).toBe('15 天')
  expect(await history(village)).toMatchObject([{ outcome: 'declined', note: '先开代表会商量', from: '15 天', to: '20 天' }])
  granted(await propose(village, { key: key('p2') }))
  expect(refused(await confirm(village))).toBe(null) // the first one's answer, asked again
  expect(granted(await confirm(village, { key: key('p2') })).outcome).toBe('changed')
  expect(await history(village)).toHaveLength(2)
})

test('two of the committee propose for the same rule at once: one of them waits, the other is told', async () => {
  const village = await withTown()
  const replies = await Promise.all([propose(village), propose(village, { key: key('p2'), value: 30 }, 'committee2')])
  expect(replies.filter(reply => reply.ok)).toHaveLength(1)
  expect(replies.map(refused)).toContain('proposal-waiting')
  expect(granted(await village.guest('settings.view', {})).waiting).toHaveLength(1)
})

test('two keys turn at once: the rule changes once, in one line of the history', async () => {
  const village = smallVillage()
  granted(await propose(village))
  await Promise.all([confirm(village), confirm(village, {}, 'supervisor2'), confirm(village)])
  expect(await history(village)).toHaveLength(1)
  expect((await rule(village, 'postingDays')).now).toBe('20 天')
})

test('two rules changed at the same moment both hold', async () => {
  const village = smallVillage()
  granted(await propose(village))
  granted(await propose(village, { key: key('p2'), id: 'supportsNeeded', value: 8 }))
  const replies = await Promise.all([confirm(village), confirm(village, { id: 'v1:supportsNeeded', key: key('p2') }, 'supervisor2')])
  expect(replies.map(refused)).toEqual([null, null])
  expect([(await rule(village, 'postingDays')).now, (await rule(village, 'supportsNeeded')).now]).toEqual(['20 天', '8 人'])
})

test('where the village asks for it, the town approves as well, and nothing holds before', async () => {
  const village = await withTown()
  granted(await propose(village, { id: 'townApproves', value: true }))
  expect(granted(await confirm(village, { id: 'v1:townApproves' })).outcome).toBe('changed')
  granted(await propose(village, { key: key('p2') }))
  expect(refused(await confirm(village, { key: key('p2') }, 'town'))).toBe('not-your-role') // the second key first
  expect(granted(await confirm(village, { key: key('p2') })).outcome).toBe('waits-for-town')
  expect((await rule(village, 'postingDays')).now).toBe('15 天')
  expect(granted(await village.as('town')('settings.view', {})).waiting).toMatchObject([{ waitsFor: 'town', mayConfirm: true }])
  expect(refused(await confirm(village, { key: key('p2') }, 'supervisor2'))).toBe('not-your-role')
  expect(granted(await confirm(village, { key: key('p2') }, 'town')).outcome).toBe('changed')
  expect((await rule(village, 'postingDays')).now).toBe('20 天')
  expect((await history(village))[0]).toMatchObject({ confirmedBy: '何监委（村务监督委员会）', approvedBy: '区干部（镇街）' })
})

test('a topic goes on under what was chosen on the day it was raised; the next one has the new rule', async () => {
  const village = smallVillage()
  const raised = async (name: string) => granted(await village.as('zhu')('topic.raise', { id: key(name), ...words }))
  await raised('old')
  granted(await propose(village, { id: 'acceptanceDays', value: 5 }))
  granted(await confirm(village, { id: 'v1:acceptanceDays' }))
  granted(await propose(village, { key: key('p2'), id: 'supportsNeeded', value: 2 }))
  granted(await confirm(village, { id: 'v1:supportsNeeded', key: key('p2') }))
  granted(await propose(village, { key: key('p3') }))
  granted(await confirm(village, { key: key('p3') }))
  await raised('new')
  expect((await village.store.get('topics', key('old')))?.dueAt).toBe(endOf('2026-03-05'))
  expect((await village.store.get('topics', key('new')))?.dueAt).toBe(endOf('2026-03-09'))
  const needed = async (name: string) => granted(await village.as('zhu')('topic.view', { id: key(name) })).supportsNeeded
  expect([await needed('old'), await needed('new')]).toEqual([5, 2])
  expect(await village.store.get('topics', key('new'))).toMatchObject({ chosen: { postingDays: 20, supportsNeeded: 2 } })
  expect((await village.store.get('topics', key('old')))?.chosen).toEqual({ supportsNeeded: 5 })
})

test('a posting is as long, and objections may be raised as long, as the village chose', async () => {
  const village = smallVillage()
  granted(await propose(village))
  granted(await confirm(village))
  granted(await propose(village, { key: key('p2'), id: 'objectionDays', value: 16 }))
  granted(await confirm(village, { id: 'v1:objectionDays', key: key('p2') }))
  const id = key('ditch')
  granted(await village.as('rep5')('topic.raise', { id, ...words }))
  const topic = (await village.store.get('topics', id))!
  const posted = { ...topic, state: 'outcome_drafting' as const, dossier: { matterClass: 'L2' } }
  await village.store.put('topics', posted)
  const evidence = {
    level: 'consensus',
    decisionText: '清淤',
    minutes: '纪要',
    signers: '五人',
    implementer: 'committee',
    finishBy: addDays(dayOf(village.now()), 60),
    budget: 5000,
  }
  granted(await village.as('moderator')('topic.step', { id, rev: posted.rev, step: 'post_outcome', evidence }))
  granted(await village.as('supervisor')('topic.confirm', { id, rev: posted.rev + 1, agrees: true, note: '' }))
  expect((await village.store.get('topics', id))?.dueAt).toBe(endOf(postingEnds(dayOf(village.now()), 20, isRestDay)))
  village.set(village.now() + 16 * day)
  expect(granted(await village.as('zhu')('topic.view', { id })).objection?.open).toBe(true)
})

test('spending that reaches the village’s large amount is no matter for the hall', async () => {
  const village = smallVillage()
  const id = key('ditch')
  granted(await village.as('rep5')('topic.raise', { id, ...words }))
  const topic = (await village.store.get('topics', id))!
  await village.store.put('topics', { ...topic, state: 'outcome_drafting', dossier: { matterClass: 'L2' } })
  const evidence = {
    level: 'consensus',
    decisionText: '清淤',
    minutes: '纪要',
    signers: '五人',
    implementer: 'committee',
    finishBy: addDays(dayOf(village.now()), 60),
    budget: 100_000,
  }
  expect(refused(await village.as('moderator')('topic.step', { id, rev: topic.rev, step: 'post_outcome', evidence }))).toBe(
    'under-large-amount',
  )
  granted(
    await village.as('moderator')('topic.step', { id, rev: topic.rev, step: 'post_outcome', evidence: { ...evidence, budget: 99_999 } }),
  )
})

test('a body recorded with too few women is shown wrong with its arithmetic and article, and may not be called', async () => {
  const village = smallVillage()
  granted(await propose(village, { id: 'makeUp.VRA', value: { members: 80, representatives: 75, womenRepresentatives: 20 } }))
  granted(await confirm(village, { id: 'v1:makeUp.VRA' }))
  expect((await rule(village, 'makeUp.VRA')).warning).toMatch(/妇女代表 20 人，组成人员 80 人：3×20=60 < 80.*第二十九条/)
  const id = key('ditch'),
    by = 'committee'
  granted(await village.as('rep5')('topic.raise', { id, ...words }))
  const topic = (await village.store.get('topics', id))!
  await village.store.put('topics', {
    ...topic,
    state: 'noticing',
    textHash: 'h',
    reviewedHash: 'h',
    dossier: { matterClass: 'L1', matterCode: 'V28-1' },
  })
  granted(
    await village.as(by)('delegation.record', {
      key: key('d1'),
      codes: ['V28-1'],
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      grantedBy: '2025 年村民会议第 3 号决定',
      form: 'meeting',
    }),
  )
  granted(await village.as('supervisor')('delegation.confirm', { id: key('d1'), agrees: true, note: '' }))
  const photo = granted(
    await village.as(by)('photo.add', {
      data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    }),
  ).id
  const notice = {
    body: 'VRA',
    meetingDay: addDays(dayOf(village.now()), 20),
    meetingTime: '晚上 7:30',
    meetingPlace: '祠堂',
    agenda: '一件',
    rollSize: 80,
    scrutineer: 'supervisor',
    teller: 'rep1',
    noticePhoto: [photo],
    noticeAlso: ['door'],
    documentsReady: true,
    paperReady: true,
  }
  const call = async () =>
    refused(
      await village.as(by)('topic.step', { id, rev: (await village.store.get('topics', id))!.rev, step: 'give_notice', evidence: notice }),
    )
  expect(await call()).toBe('body-composed')
  granted(
    await propose(village, { key: key('p2'), id: 'makeUp.VRA', value: { members: 80, representatives: 75, womenRepresentatives: 27 } }),
  )
  granted(await confirm(village, { id: 'v1:makeUp.VRA', key: key('p2') }))
  expect(await call()).toBe(null)
})

test('nonsense is stopped at the door', async () => {
  const village = smallVillage()
  for (const forged of [
    { byId: 'secretary' },
    { value: { numerator: 1.5, denominator: 2, reach: 'at-least' } },
    { value: null },
    { key: 'short' },
  ])
    expect(await village.serve({ name: 'settings.propose', input: { ...proposed(), ...forged } }, 'o-committee')).toEqual({
      ok: false,
      refusal: 'bad-input',
    })
})
