import { expect, test } from 'vitest'
import type { Input } from '@/contract'
import { addDays, dayOf, endOf } from '@/domain/ground/calendar'
import type { Topic } from '@/domain/topic/topic'
import { day, granted, key, minute, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
const topicId = key('ditch')
const words = {
  title: '水渠堵了',
  what: '下雨就漫',
  where: '5组',
  affected: '全村',
  suggestion: '清淤',
  category: 'drainage' as const,
  photoIds: [],
  showName: true,
}
const topicOf = async (village: Village) => (await village.store.get('topics', topicId))!

/**
 * A topic in this state; how it came there is another journey's. Of 49 villagers 5 are a tenth; of 10 representatives 4 are a third and 2 a
 * fifth.
 */
async function standing(change: Partial<Topic>): Promise<Village> {
  const village = smallVillage()
  granted(await village.as('zhu')('topic.raise', { id: topicId, ...words }))
  await village.store.put('topics', { ...(await topicOf(village)), dossier: { matterClass: 'L2' }, ...change })
  return village
}
const start = (village: Village, who = 'res1', more: Partial<Input<'petition.start'>> = {}) =>
  village.as(who)('petition.start', { topicId, asks: 'assembly', reason: '党组织没有同意，大家还是要开会定', ...more })
const sign = (village: Village, who: string) => village.as(who)('petition.sign', { topicId })
const seen = async (village: Village, who = 'zhu') => granted(await village.as(who)('petition.view', { topicId }))
const step = async (village: Village, who: string, name: string, evidence: Record<string, string> = {}) =>
  village.as(who)('topic.step', { id: topicId, rev: (await topicOf(village)).rev, step: name, evidence })

test('a tenth of the villagers oblige: the counter shows its arithmetic and article, all offices are told, and a day is set', async () => {
  const village = await standing({ state: 'classified' })
  granted(await start(village))
  expect((await seen(village)).petition).toMatchObject({
    phase: 'gathering',
    signed: false,
    maySign: true,
    standings: [
      { label: '村民联名提议开村民会议', signed: 1, of: 49, needs: 5, reached: false },
      { label: '村民代表联名提议开村民会议', signed: 0, of: 10, needs: 4 },
    ],
  })
  for (const who of ['res2', 'res3']) expect(granted(await sign(village, who)).reached).toBe(false)
  expect(granted(await sign(village, 'res4')).reached).toBe(false)
  expect(refused(await step(village, 'committee', 'convene_by_petition', { matterCode: 'V28-4' }))).toBe('step-not-open')
  expect(granted(await sign(village, 'res5')).reached).toBe(true)
  const { petition } = await seen(village)
  expect(petition).toMatchObject({
    phase: 'reached',
    explain: '名册 49 人，联名 5 人：10×5=50 ≥ 49，达到十分之一以上（村民委员会组织法第二十五条）',
    conveneBy: endOf(addDays(dayOf(village.now()), 15)),
    overdue: false,
  })
  expect((await topicOf(village)).dueAt).toBe(petition?.conveneBy)
  expect(
    granted(await village.as('zhu')('topic.view', { id: topicId }))
      .journal.slice(-2)
      .map(entry => entry.said),
  ).toEqual([
    '有人发起联名，要求召开村民会议',
    '联名够了：名册 49 人，联名 5 人：10×5=50 ≥ 49，达到十分之一以上（村民委员会组织法第二十五条）',
  ])
  await village.pass(minute)
  for (const who of ['committee', 'secretary', 'supervisor'])
    expect(granted(await village.as(who)('message.list', {})).messages[0]?.body).toContain('最迟 3月17日 发出会议通知')
  await village.pass(16 * day)
  expect((await seen(village)).petition?.overdue).toBe(true)
})

test('one name a person, however often sent; taken back it no longer counts; once it is enough nobody can take it back', async () => {
  const village = await standing({ state: 'classified' })
  granted(await start(village))
  await Promise.all(Array.from({ length: 10 }, () => sign(village, 'res2')))
  expect((await seen(village, 'res2')).petition).toMatchObject({ signed: true, standings: [{ signed: 2 }, {}] })
  granted(await village.as('res2')('petition.withdraw', { topicId }))
  granted(await village.as('res2')('petition.withdraw', { topicId }))
  expect((await seen(village, 'res2')).petition).toMatchObject({ signed: false, standings: [{ signed: 1 }, {}] })
  for (const who of ['res3', 'res4', 'res5', 'res6']) granted(await sign(village, who))
  expect(refused(await village.as('res3')('petition.withdraw', { topicId }))).toBe('petition-over')
  expect(granted(await sign(village, 'res3')).reached).toBe(true) // the answer was lost: it is the same name
  expect(refused(await sign(village, 'res8'))).toBe('petition-over')
})

test('many sign in the same moment: it is reached once, and told once', async () => {
  const village = await standing({ state: 'classified' })
  granted(await start(village))
  await Promise.all(Array.from({ length: 12 }, (_, i) => sign(village, `res${i + 2}`)))
  const entries = (await village.store.list('journal', { match: { topicId }, order: { by: 'n' }, limit: 50 })).rows
  expect(entries.filter(entry => entry.step === 'petition_reached')).toHaveLength(1)
  expect((await seen(village)).petition?.phase).toBe('reached')
})

test('who is not counted does not sign: a worker from elsewhere, a villager where representatives are asked, a minor', async () => {
  const village = await standing({ state: 'classified' })
  const young = (await village.store.get('people', 'res9'))!
  await village.store.put('people', { ...young, adultFrom: '2026-12-31' })
  expect(refused(await start(village, 'migrant'))).toBe('not-counted')
  granted(await start(village))
  for (const who of ['migrant', 'res9']) expect(refused(await sign(village, who))).toBe('not-counted')
  expect(refused(await village.guest('petition.sign', { topicId }))).toBe('not-a-resident')
  const other = await standing({ state: 'classified' })
  expect(refused(await start(other, 'res1', { asks: 'representatives' }))).toBe('not-counted')
  granted(await start(other, 'rep1', { asks: 'representatives' }))
  expect(refused(await sign(other, 'res1'))).toBe('not-counted')
  expect(granted(await sign(other, 'rep2')).reached).toBe(true)
  expect((await seen(other)).petition?.explain).toBe('名册 10 人，联名 2 人：5×2=10 ≥ 10，达到五分之一以上（村民委员会组织法第三十条）')
})

test('names are for the supervision committee alone', async () => {
  const village = await standing({ state: 'classified' })
  granted(await start(village))
  for (const who of ['res1', 'committee', 'secretary', 'moderator'])
    expect(refused(await village.as(who)('petition.signers', { topicId }))).toBe('not-your-role')
  expect(granted(await village.as('supervisor')('petition.signers', { topicId })).signers).toMatchObject([{ name: '村民1', group: 1 }])
  const open = JSON.stringify([await seen(village, 'committee'), granted(await village.as('committee')('topic.view', { id: topicId }))])
  expect(open).not.toContain('村民1"')
  expect(open).not.toContain('res1"')
})

test('one at a time; two who begin at once begin one', async () => {
  const village = await standing({ state: 'classified' })
  const replies = await Promise.all([start(village, 'res1'), start(village, 'res2', { asks: 'assembly', reason: '我也要开会' })])
  expect(replies.filter(reply => reply.ok)).toHaveLength(1)
  expect(replies.map(refused)).toContain('petition-running')
  const first = replies[0]?.ok ? 'res1' : 'res2'
  granted(await start(village, first)) // its answer was lost
  expect(refused(await start(village, 'res3', { asks: 'reopening' }))).toBe('petition-running')
})

test('nothing to ask for where the matter goes its way, and nothing without a reason', async () => {
  expect(refused(await start(await standing({ state: 'scheduled' })))).toBe('petition-not-open')
  expect(refused(await start(await standing({ state: 'classified' }), 'res1', { reason: ' ' }))).toBe('empty-text')
  expect(refused(await start(await standing({ state: 'classified' }), 'res1', { asks: 'reopening' }))).toBe('petition-not-open')
  expect(refused(await start(await standing({ state: 'screening' })))).toBe('no-such-topic')
})

async function enough(village: Village) {
  granted(await start(village))
  for (const who of ['res2', 'res3', 'res4', 'res5']) granted(await sign(village, who))
}

test('a matter let lie is taken up again: it becomes a major one, and the party’s no cannot send it back', async () => {
  const village = await standing({ state: 'unresolved' })
  await enough(village)
  expect(granted(await village.as('zhu')('topic.view', { id: topicId })).next.what).toBe('联名够了，进入会议程序')
  expect(refused(await step(village, 'zhu', 'convene_by_petition', { matterCode: 'V28-4' }))).toBe('not-your-role')
  granted(await step(village, 'supervisor', 'convene_by_petition', { matterCode: 'V28-4' }))
  expect(await topicOf(village)).toMatchObject({ state: 'party_proposal', dossier: { matterClass: 'L1', matterCode: 'V28-4' } })
  const names = granted(await village.as('secretary')('topic.view', { id: topicId })).steps.map(one => one.name)
  expect(names).toContain('propose_under_petition')
  expect(names).not.toContain('propose')
  const photo = granted(
    await village.as('secretary')('photo.add', {
      data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    }),
  ).id
  granted(
    await village.as('secretary')('topic.step', {
      id: topicId,
      rev: (await topicOf(village)).rev,
      step: 'propose_under_petition',
      evidence: {
        origin: 'villagers',
        need: '水漫',
        planText: '清淤',
        budgetTotal: 0,
        fundingSource: '不花钱',
        risks: '无',
        pcmMembers: 5,
        pcmPresent: 5,
        pcmYes: 0,
        pcmMinutes: '没有人同意',
        pcmSigned: [photo],
      },
    }),
  )
  expect((await topicOf(village)).state).toBe('two_committees')
})

test('who proposed it cannot withdraw it past those who signed', async () => {
  const village = await standing({ state: 'classified' })
  await enough(village)
  expect(refused(await step(village, 'zhu', 'withdraw', { reason: '不提了' }))).toBe('petition-not-reached')
})

test('a matter that was set into a class of members’ matters does not slip out of it by a petition', async () => {
  const village = await standing({ state: 'classified', dossier: { matterClass: 'C1', matterCode: 'C26-8' } })
  await enough(village)
  expect(refused(await step(village, 'committee', 'convene_by_petition', { matterCode: 'V28-4' }))).toBe('code-fits-class')
  granted(await step(village, 'committee', 'convene_by_petition', { matterCode: 'C26-8' }))
})

test('a closed matter is reviewed anew at once when enough have signed; a second petition may follow later', async () => {
  const village = await standing({ state: 'closed', dueAt: null })
  granted(await start(village, 'rep1', { asks: 'reopening', reason: '说修好了，没有修' }))
  expect(granted(await sign(village, 'rep2')).reached).toBe(true)
  expect((await topicOf(village)).state).toBe('topic_review')
  expect((await seen(village)).petition).toMatchObject({ phase: 'served' })
  await village.store.put('topics', { ...(await topicOf(village)), state: 'unresolved' })
  expect((await seen(village, 'res1')).mayBegin.map(one => one.value)).toEqual(['assembly', 'reopening'])
  granted(await start(village))
})

test('a year after its end a matter stays closed', async () => {
  const village = await standing({ state: 'closed', dueAt: null })
  village.set(village.now() + 366 * day)
  expect((await seen(village)).mayBegin).toEqual([])
  expect(refused(await start(village, 'rep1', { asks: 'reopening' }))).toBe('petition-not-open')
})

test('what one has signed stands among what is held of one', async () => {
  const village = await standing({ state: 'classified' })
  granted(await start(village))
  expect(granted(await village.as('res1')('data.part', { part: 'petitions' })).rows).toEqual([{ at: village.now(), says: '《水渠堵了》' }])
})
