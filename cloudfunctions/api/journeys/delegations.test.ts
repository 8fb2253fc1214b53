import { expect, test } from 'vitest'
import type { Input } from '@/contract'
import type { Topic } from '@/domain/topic/topic'
import { factsFor } from '../../village/topic/facts'
import { day, granted, key, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
const given: Input<'delegation.record'> = {
  key: key('d1'),
  codes: ['V28-1', 'V28-3'],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  grantedBy: '2025 年 12 月村民会议第 3 号决定',
  form: 'meeting',
}
const record = (village: Village, more: Partial<Input<'delegation.record'>> = {}, who = 'committee') =>
  village.as(who)('delegation.record', { ...given, ...more })
const confirm = (village: Village, agrees = true, who = 'supervisor') =>
  village.as(who)('delegation.confirm', { id: given.key, agrees, note: agrees ? '' : '会议记录里没有这一条' })
const listed = async (village: Village) => granted(await village.guest('delegation.list', {})).delegations
const words = {
  title: '村道改线',
  what: '改线',
  where: '5组',
  affected: '全村',
  suggestion: '改',
  category: 'roads' as const,
  photoIds: [],
  showName: true,
}

/** What the engine is told of authorisations for a topic in this state. */
async function known(village: Village, change: Partial<Topic>) {
  const id = key('road')
  if (!(await village.store.get('topics', id))) granted(await village.as('zhu')('topic.raise', { id, ...words }))
  const [topic, org] = await Promise.all([village.store.get('topics', id), village.store.get('orgs', 'v1')])
  return (await factsFor(village.store, village.ports.clock, org!, { ...topic!, ...change })).village.delegations
}

test('recorded by the committee, confirmed by a supervisor, read by everybody', async () => {
  const village = smallVillage()
  for (const who of ['zhu', 'secretary', 'supervisor']) expect(refused(await record(village, {}, who))).toBe('not-your-role')
  granted(await record(village))
  granted(await record(village))
  expect(await listed(village)).toMatchObject([{ state: 'waiting', confirmedBy: null }])
  for (const who of ['committee', 'zhu', 'secretary']) expect(refused(await confirm(village, true, who))).toBe('not-your-role')
  granted(await confirm(village))
  expect(await listed(village)).toMatchObject([
    {
      state: 'live',
      to: '村民代表会议',
      matters: ['村庄规划、建设等乡村建设重要事项', '从村集体经济所得资金和物资的使用'],
      grantedBy: given.grantedBy,
      form: '村民会议决定',
      confirmedBy: '何监委（村务监督委员会）',
    },
  ])
  village.set(Date.parse('2027-01-01T08:00:00+08:00'))
  expect(await listed(village)).toMatchObject([{ state: 'over' }])
})

test.each([
  ['no matter', { codes: [] }, 'delegation-without-matters'],
  ['by-laws, which only the assembly makes', { codes: ['BYLAW'] }, 'matter-not-delegable'],
  ['land, which only members decide', { codes: ['C26-8'] }, 'matter-not-delegable'],
  ['residents’ matters in a village', { codes: ['R30-1'] }, 'matter-not-delegable'],
  ['an end before its beginning', { validTo: '2025-12-31' }, 'delegation-without-term'],
  ['a day that is none', { validTo: '2026-02-30' }, 'delegation-without-term'],
  ['no ground', { grantedBy: '  ' }, 'delegation-without-ground'],
] as const)('%s is no authorisation', async (_, more, refusal) => {
  const village = smallVillage()
  expect(refused(await record(village, more as Partial<Input<'delegation.record'>>))).toBe(refusal)
  expect(await listed(village)).toEqual([])
})

test('only what is live reaches the engine, and ordinary matters look nothing up', async () => {
  const village = smallVillage()
  granted(await record(village))
  expect(await known(village, { state: 'noticing' })).toEqual([])
  granted(await confirm(village))
  expect(await known(village, { state: 'noticing' })).toMatchObject([{ codes: ['V28-1', 'V28-3'] }])
  expect(await known(village, { state: 'classified', dossier: { matterClass: 'L1' } })).toHaveLength(1)
  expect(await known(village, { state: 'classified', dossier: { matterClass: 'L2' } })).toEqual([])
  expect(await known(village, { state: 'deliberating' })).toEqual([])
})

test('taken back it is over at once, and why stands there', async () => {
  const village = smallVillage()
  granted(await record(village))
  expect(refused(await village.as('committee')('delegation.revoke', { id: given.key, reason: '还没确认' }))).toBe('delegation-over')
  granted(await confirm(village))
  await village.pass(day)
  expect(refused(await village.as('zhu')('delegation.revoke', { id: given.key, reason: '不要' }))).toBe('not-your-role')
  granted(await village.as('committee')('delegation.revoke', { id: given.key, reason: '村民会议收回' }))
  granted(await village.as('committee')('delegation.revoke', { id: given.key, reason: '村民会议收回' }))
  expect(refused(await village.as('supervisor')('delegation.revoke', { id: given.key, reason: '村民会议收回' }))).toBe('delegation-over')
  expect(await listed(village)).toMatchObject([{ state: 'revoked', endedReason: '村民会议收回' }])
  expect(await known(village, { state: 'noticing' })).toEqual([])
})

test('not confirmed, it never holds', async () => {
  const village = smallVillage()
  granted(await record(village))
  granted(await confirm(village, false))
  expect(refused(await confirm(village, true))).toBe('delegation-over')
  expect(await listed(village)).toMatchObject([{ state: 'declined', endedReason: '会议记录里没有这一条' }])
  expect(await known(village, { state: 'noticing' })).toEqual([])
})
