import { expect, test } from 'vitest'
import { granted, key, pixel, refused, smallVillage } from './small-village'

const id = key('road')

/** A great matter before its first deliberation. */
async function great() {
  const village = smallVillage()
  const { as } = village
  const rev = async () => granted(await as('moderator')('topic.view', { id })).rev
  const step = async (who: string, name: string, evidence: Record<string, string | string[]> = {}) =>
    granted(await as(who)('topic.step', { id, rev: await rev(), step: name, evidence }))
  granted(
    await as('rep5')('topic.raise', {
      id,
      title: '村道重铺',
      what: '坑多',
      where: '村道',
      affected: '全村',
      suggestion: '重铺',
      category: 'roads',
      photoIds: [],
      showName: true,
    }),
  )
  await step('moderator', 'accept')
  const kinds =
    granted(await as('secretary')('topic.view', { id }))
      .steps.find(({ name }) => name === 'classify')
      ?.fields.find(({ name }) => name === 'matterCode')?.options ?? []
  await step('secretary', 'classify', {
    matterClass: 'L1',
    matterCode: 'V28-4',
    classReason: '动公益金',
    affectedGroups: ['5'],
    lead: 'committee',
  })
  granted(await as('supervisor')('topic.confirm', { id, rev: await rev(), agrees: true, note: '' }))
  await step('committee', 'enter_major')
  return { village, rev, kinds }
}

test('kinds of matter come with their class and a plain word, and none that only a community has', async () => {
  const { kinds } = await great()
  expect(kinds.find(({ value }) => value === 'V28-4')).toMatchObject({ of: 'L1', note: '修路、装灯这类大家的事怎么办、怎么出钱出力' })
  expect(kinds.find(({ value }) => value === 'C26-10')).toMatchObject({ of: 'C1' })
  expect(kinds.filter(({ value }) => value.startsWith('R30'))).toEqual([])
})

test('a step is tried by who may take it and by nobody else, and nothing is written', async () => {
  const {
    village: { as, guest },
    rev,
  } = await great()
  const before = await rev()
  const evidence = { pcmMembers: 5, pcmPresent: 5, pcmYes: 2, planText: '' }
  expect(granted(await as('secretary')('topic.tryStep', { id, step: 'propose', evidence }))).toMatchObject({
    missing: [],
    against: true,
    becomes: '会记成“党组织没有同意提议”，接下来是“等待安排”',
  })
  expect(
    granted(await as('secretary')('topic.tryStep', { id, step: 'propose', evidence: { ...evidence, pcmYes: 9 } })).missing.join(),
  ).toContain('赞成的 9 比参加的 5 还多')
  expect(refused(await as('moderator')('topic.tryStep', { id, step: 'propose', evidence }))).toBe('step-not-open')
  expect(refused(await as('secretary')('topic.tryStep', { id, step: 'decline', evidence }))).toBe('step-not-open')
  expect(refused(await as('secretary')('topic.tryStep', { id, step: 'no-such', evidence: {} }))).toBe('no-such-step')
  expect((await guest('topic.tryStep', { id, step: 'propose', evidence })).ok).toBe(false)
  expect(await rev()).toBe(before)
})

test('the plan is read by who prepares it, and not yet by everybody', async () => {
  const {
    village: { as, guest },
    rev,
  } = await great()
  const { id: photo } = granted(await as('secretary')('photo.add', { data: pixel }))
  granted(
    await as('secretary')('topic.step', {
      id,
      rev: await rev(),
      step: 'propose',
      evidence: {
        origin: 'villagers',
        need: '坑多',
        planText: '三百米重铺',
        budgetTotal: 460_000,
        fundingSource: '公益金',
        risks: '分段',
        pcmMembers: 5,
        pcmPresent: 5,
        pcmYes: 5,
        pcmMinutes: '都同意',
        pcmSigned: [photo],
      },
    }),
  )
  for (const who of ['committee', 'rep5'])
    expect(granted(await as(who)('topic.view', { id })).plan).toEqual({ text: '三百米重铺', budget: 460_000, source: '公益金' })
  expect(granted(await as('zhu')('topic.view', { id })).plan).toBeNull()
  expect(granted(await guest('topic.view', { id })).plan).toBeNull()
})
