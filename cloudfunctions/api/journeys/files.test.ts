import { expect, test } from 'vitest'
import type { Org } from '@/domain/village/org'
import { addDays, dayOf } from '@/domain/ground/calendar'
import type { EvidenceValue } from '@/domain/procedure/evidence'
import { factsFor } from '../../village/topic/facts'
import { day, granted, key, pixel, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
const id = key('bridge')

/** A major matter past its first two deliberations, as the village takes it. */
async function deliberatedTwice(village: Village) {
  const { as } = village
  const step = async (who: string, name: string, evidence: Record<string, EvidenceValue> = {}) =>
    granted(
      await as(who)('topic.step', {
        id,
        rev: granted(await as('moderator')('topic.view', { id })).rev,
        step: name,
        evidence: evidence as Record<string, string>,
      }),
    )
  const photo = async (who: string) => granted(await as(who)('photo.add', { data: pixel })).id
  granted(
    await as('rep5')('topic.raise', {
      id,
      title: '危桥重建',
      what: '桥面裂了',
      where: '下涌',
      affected: '5组',
      suggestion: '重建',
      category: 'roads',
      photoIds: [],
      showName: true,
    }),
  )
  await step('moderator', 'accept')
  await step('committee', 'classify', {
    matterClass: 'L1',
    matterCode: 'V28-4',
    classReason: '公益事业',
    affectedGroups: ['5'],
    lead: 'committee',
  })
  granted(
    await as('supervisor')('topic.confirm', { id, rev: granted(await as('moderator')('topic.view', { id })).rev, agrees: true, note: '' }),
  )
  await step('committee', 'enter_major')
  const plan = { planText: '重建下涌桥，预算三十万', budgetTotal: 300_000, fundingSource: '村集体收入' }
  const signed = await photo('secretary')
  await step('secretary', 'propose', {
    origin: 'villagers',
    need: '危桥',
    ...plan,
    risks: '无',
    pcmMembers: 5,
    pcmPresent: 5,
    pcmYes: 4,
    pcmMinutes: '书记主持，四人同意',
    pcmSigned: [signed],
  })
  await step('committee', 'agree_plan', {
    ...plan,
    tcmMembers: 9,
    tcmPresent: 8,
    tcmYes: 7,
    tcmMinutes: '一人担心工期',
    tcmSigned: [await photo('committee')],
    conflictsAsked: true,
  })
  return { step, signed }
}
const fileAs = async (village: Village, who: string | null) =>
  granted(await (who === null ? village.guest : village.as(who))('file.view', { id }))
const proposal = (file: Awaited<ReturnType<typeof fileAs>>) => {
  const deed = file.stages.find(stage => stage.state === 'party_proposal')?.deeds[0]
  if (!deed) throw new Error('议一 is not in the file')
  return deed
}

test('numbers of 议一 for residents and representatives, papers for committees and supervision; what is kept is named', async () => {
  const village = smallVillage()
  const { signed } = await deliberatedTwice(village)
  for (const who of ['zhu', 'rep1', 'special']) {
    const deed = proposal(await fileAs(village, who))
    expect(deed).toMatchObject({
      by: '陈书记（村党组织书记）',
      meeting: { should: 5, present: 5 },
      kept: ['提议会议记录', '签字的会议记录照片'],
      judged: [expect.stringMatching(/5 人/), expect.stringMatching(/赞成 4/)],
    })
    expect(JSON.stringify(deed)).not.toContain('书记主持')
    expect(JSON.stringify(deed)).not.toContain(signed)
  }
  for (const who of ['secretary', 'supervisor', 'committee']) {
    const deed = proposal(await fileAs(village, who))
    expect(deed.kept).toEqual([])
    expect(deed.told).toContainEqual({ label: '提议会议记录', value: '书记主持，四人同意', photoIds: [] })
    expect(deed.told).toContainEqual({ label: '签字的会议记录照片', value: '', photoIds: [signed] })
  }
})

test('a passer-by reads nothing of the party’s meeting, no name and no words of the one who raised it', async () => {
  const village = smallVillage()
  await deliberatedTwice(village)
  const file = await fileAs(village, null)
  expect(file.stages).toEqual([])
  expect(file.matter).toEqual([
    { label: '提出人', value: '一位村民' },
    { label: '提出时间', value: '2026年3月2日 09:00' },
  ])
  expect(JSON.stringify(file)).not.toMatch(/陈书记|李主任|代表戊|桥面裂了|三十万/)
})

test('a file of what is not yet open is not there for others', async () => {
  const village = smallVillage()
  granted(
    await village.as('zhu')('topic.raise', {
      id,
      title: '还没受理',
      what: '路灯坏了',
      where: '5组',
      affected: '5组',
      suggestion: '修好',
      category: 'lighting',
      photoIds: [],
      showName: false,
    }),
  )
  expect(refused(await village.as('elder')('file.view', { id }))).toBe('no-such-topic')
  expect(refused(await village.guest('file.view', { id }))).toBe('no-such-topic')
  expect((await fileAs(village, 'zhu')).stages.map(stage => stage.name)).toEqual(['提出'])
  expect(refused(await village.as('zhu')('file.view', { id: key('none') }))).toBe('no-such-topic')
})

test('what is missing is said the same on the topic and in its file, and each head and hash can be compared with the wall', async () => {
  const village = smallVillage()
  await deliberatedTwice(village)
  const view = granted(await village.as('zhu')('topic.view', { id }))
  const file = await fileAs(village, 'zhu')
  expect([view.fileLacks, file.missing]).toEqual([0, []])
  expect(file.boardCode).toBe(view.boardCode)
  expect(file.manifest.at(-1)).toEqual({ n: view.rev, hash: file.head })
  expect(file).toMatchObject({ village: '小村', demo: true, textHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  // A scanned journal lost an entry on its way here: it is noticed.
  await village.store.commit(async tx => tx.remove('journal', `${id}:000003`))
  expect((await fileAs(village, 'zhu')).missing).toEqual(['还缺：全部记录 第 3 条对不上，记录可能被改过或者丢了'])
  expect(granted(await village.as('zhu')('topic.view', { id })).fileLacks).toBe(1)
})

test('a matter decided in the hall: the board’s first photograph is missing until it is there, its last on the last day', async () => {
  const village = smallVillage()
  const { as } = village
  const rev = async () => granted(await as('moderator')('topic.view', { id })).rev
  const step = async (who: string, name: string, evidence: Record<string, EvidenceValue> = {}) =>
    granted(await as(who)('topic.step', { id, rev: await rev(), step: name, evidence: evidence as Record<string, string> }))
  granted(
    await as('rep5')('topic.raise', {
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
  await step('moderator', 'accept')
  await step('committee', 'classify', { matterClass: 'L2', classReason: '公共水渠', affectedGroups: ['5'], lead: 'committee' })
  granted(await as('supervisor')('topic.confirm', { id, rev: await rev(), agrees: true, note: '' }))
  // Held elsewhere: the session itself is another journey's.
  const talked = await village.store.get('topics', id)
  if (!talked) throw new Error('no topic')
  await village.store.commit(async tx => tx.put('topics', { ...talked, state: 'outcome_drafting' }))
  await step('moderator', 'post_outcome', {
    level: 'consensus',
    decisionText: '年底前清淤',
    minutes: '三人发言，都同意',
    signers: '五人',
    implementer: 'committee',
    finishBy: addDays(dayOf(village.now()), 60),
    budget: 5000,
  })
  granted(await as('supervisor')('topic.confirm', { id, rev: await rev(), agrees: true, note: '' }))
  expect((await fileAs(village, 'zhu')).missing).toEqual(['还缺：结论公示 公示栏照片（张贴当天）'])
  await step('moderator', 'board_first', { boardPhotoFirst: [granted(await as('moderator')('photo.add', { data: pixel })).id] })
  expect((await fileAs(village, 'zhu')).missing).toEqual([])
  await village.pass(18 * day)
  expect((await fileAs(village, null)).missing).toEqual(['还缺：结论公示 公示栏照片（最后一天）'])
  const outcome = (file: Awaited<ReturnType<typeof fileAs>>) =>
    file.stages.flatMap(stage => stage.deeds).find(deed => deed.said === '公布结论')
  expect(outcome(await fileAs(village, null))).toMatchObject({
    laidBy: '议事厅主持人',
    by: '村务监督委员会',
    told: [{ value: '一致同意' }, { value: '年底前清淤' }, { value: '2026年5月1日' }, { value: '5000 元' }],
  })
  expect(outcome(await fileAs(village, 'zhu'))).toMatchObject({
    kept: ['会议纪要', '谁签了字'],
    laidBy: '林主持（议事厅主持人）',
    by: '何监委（村务监督委员会）',
  })
  expect(outcome(await fileAs(village, 'special'))?.kept).toEqual([])
})

test('what was merged into it is called by a title that was put away no more than elsewhere', async () => {
  const village = smallVillage()
  await deliberatedTwice(village)
  const child = key('child')
  granted(
    await village.as('zhu')('topic.raise', {
      id: child,
      title: '这座桥要塌',
      what: '桥要塌',
      where: '下涌',
      affected: '5组',
      suggestion: '重建',
      category: 'roads',
      photoIds: [],
      showName: false,
    }),
  )
  granted(
    await village.as('moderator')('topic.step', { id: child, rev: 2, step: 'merge', evidence: { parent: id, explanation: '同一座桥' } }),
  )
  expect(JSON.stringify(await fileAs(village, 'elder'))).toContain('并入《这座桥要塌》')
  const row = await village.store.get('topics', child)
  if (!row) throw new Error('no child')
  await village.store.commit(async tx => tx.put('topics', { ...row, wordsHidden: '针对个人的攻击' }))
  expect(JSON.stringify(await fileAs(village, 'elder'))).not.toContain('这座桥要塌')
})

test('only where the file is to be closed is it looked through, and one lost entry keeps it open', async () => {
  const village = smallVillage()
  await deliberatedTwice(village)
  const [org] = village.seed.orgs as readonly Org[]
  const topic = await village.store.get('topics', id)
  if (!org || !topic) throw new Error('no village')
  const complete = async (state: typeof topic.state) =>
    (await factsFor(village.store, village.ports.clock, org, { ...topic, state })).fileComplete
  expect([await complete('legality_review'), await complete('post_evaluation')]).toEqual([false, true])
  await village.store.commit(async tx => tx.remove('journal', `${id}:000003`))
  expect(await complete('post_evaluation')).toBe(false)
})
