import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input } from '@/contract'
import { told } from './support/ask'
import { crowd } from './support/person'
import { drawKey, raised, stepped } from './support/shortcuts'
import { topicPage } from './support/steps'
import { openJourney, shoot, type Journey } from './support/visit'

const filePage = (id: string): string => `pages/file/index?id=${id}`
const title = '下涌危桥重建'
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

let journey: Journey
let people: ReturnType<typeof crowd>
let closed = ''
let bridge = ''
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  const { topics } = await told(journey.village, 'resident', 'topic.list', { show: 'ended' })
  closed = topics.find(topic => topic.state === 'closed' && topic.title.includes('路灯'))?.id ?? ''
  bridge = await deliberatedThrice()
})
afterAll(() => journey.close())

/** A major matter up to its notice, past the screens: 议一, 议二, the review, 议三. */
async function deliberatedThrice(): Promise<string> {
  const { village } = journey
  const id = await raised(village, 'resident', title)
  const photo = async (who: string): Promise<string> => (await told(village, who, 'photo.add', { data: pixel })).id
  const takes = (who: string, step: string, evidence: Input<'topic.step'>['evidence'] = {}) => stepped(village, who, id, step, evidence)
  await takes('moderator', 'accept', { urgent: true })
  const { people: officers } = await told(village, 'moderator', 'people.inOffice', {})
  await takes('secretary', 'classify', {
    matterClass: 'L1',
    matterCode: 'V28-4',
    classReason: '公益事业',
    affectedGroups: ['1'],
    lead: officers.find(one => one.roles.includes('committee'))?.id ?? '',
  })
  await told(village, 'supervisor', 'topic.confirm', {
    id,
    rev: (await told(village, 'supervisor', 'topic.view', { id })).rev,
    agrees: true,
    note: '',
  })
  await takes('committee', 'enter_major')
  const plan = {
    planText: '拆旧桥，原址重建，桥面宽五米。预算三十万元，从村集体收入里出。',
    budgetTotal: 300_000,
    fundingSource: '村集体收入',
  }
  await takes('secretary', 'propose', {
    origin: 'villagers',
    need: '桥面裂缝能放进一只手，校车绕行',
    ...plan,
    risks: '施工时要绕行三个月',
    pcmMembers: 5,
    pcmPresent: 5,
    pcmYes: 5,
    pcmMinutes: '书记主持，五人都同意提出。',
    pcmSigned: [await photo('secretary')],
  })
  await takes('committee', 'agree_plan', {
    ...plan,
    tcmMembers: 9,
    tcmPresent: 8,
    tcmYes: 7,
    tcmMinutes: '一人担心工期太长。',
    tcmSigned: [await photo('committee')],
    conflictsAsked: true,
  })
  const items = (await told(village, 'adviser', 'topic.view', { id })).steps
    .find(step => step.name === 'review_lawful')
    ?.fields.find(field => field.name === 'checklist')?.field
  if (items?.kind !== 'checklist') throw new Error('the adviser is asked for no checklist')
  await takes('adviser', 'review_lawful', {
    checklist: Object.keys(items.items).map(item => `${item}=ok`),
    opinionReasons: '权限、程序、内容都合法。',
    opinionArticles: '村民委员会组织法第二十八条',
    riskLevel: 'low',
  })
  await takes('secretary', 'party_members_agree', {
    pmmShouldAttend: 62,
    pmmPresent: 47,
    pmmYes: 44,
    pmmNo: 2,
    pmmAbstain: 1,
    pmmMinutes: '两人建议先修便道。',
    pmmSigned: [await photo('secretary')],
  })
  return id
}

test('from a closed matter one row leads to its file: complete, stage by stage, with the code of the wall', async () => {
  const resident = await people.meet('resident')
  await resident.comes(topicPage(closed))
  await resident.tap(/^一事一档/, 'link')
  await resident.sees('档案齐全', '示范数据', '公示栏验证码')
  await resident.seesNot('还缺')
  await resident.tap(/^协商结论/)
  await resident.sees('公布结论', /提出，.*（村务监督委员会）确认/, '会议纪要、谁签了字：档案里有，按规定只给有关的人看')
  await shoot(resident.page, 'file-closed')
})

test('of a major matter a resident reads numbers and judgements, the secretary the minutes too', async () => {
  const resident = await people.meet('resident')
  await resident.comes(filePage(bridge))
  await resident.tap(/^议三党员大会/)
  await resident.sees('应到', '62', '75.8%', /党支部工作条例/)
  await resident.seesNot('便道')
  const secretary = await people.meet('secretary')
  await secretary.comes(filePage(bridge))
  await secretary.tap(/^议三党员大会/)
  await secretary.sees('两人建议先修便道。')
  await shoot(secretary.page, 'file-major')
})

test('the sheet is A4, without the app’s bars, with its tables and lines to sign on', async () => {
  const secretary = await people.meet('secretary')
  await secretary.comes(topicPage(bridge))
  await secretary.tap(/^一事一档/, 'link')
  await secretary.page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = document.title
    }
  })
  await secretary.tap('打印')
  expect(await secretary.page.evaluate(() => document.body.dataset['printed'])).toBe(`一事一档-${title}`)

  await secretary.page.emulateMedia({ media: 'print' })
  const text = (await secretary.page.evaluate(() => document.body.innerText)).replace(/\s+/g, ' ')
  for (const words of [
    '一事一档',
    '示范数据',
    title,
    '议一党组织提议',
    '应到',
    '实到',
    '比例',
    '主持人签字',
    '镇街参加人员签字',
    '两人建议先修便道。',
    '公示栏验证码',
  ])
    expect(text).toContain(words)
  for (const words of ['存成 Word', '走到哪一步了', '下一步']) expect(text).not.toContain(words)
  await shoot(secretary.page, 'file-on-paper')
  const pdf = (await secretary.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await secretary.page.emulateMedia({ media: null })
  const pages = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(pages.length).toBeGreaterThan(1)
  expect(new Set(pages.map(String))).toEqual(new Set(['595,842']))
})

test('it is taken along as a Word document of its own name, and the writer came only now', async () => {
  const secretary = await people.meet('secretary')
  await secretary.comes(filePage(bridge))
  const heavy: number[] = []
  secretary.page.on('response', response => {
    if (response.url().endsWith('.js'))
      void response.body().then(
        body => heavy.push(body.length),
        () => undefined,
      )
  })
  const saved = secretary.page.waitForEvent('download')
  await secretary.tap('存成 Word')
  const download = await saved
  expect(download.suggestedFilename()).toBe(`一事一档-${title}.docx`)
  const bytes = readFileSync(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.toString('latin1')).toContain('word/document.xml')
  expect(bytes.toString('latin1')).toContain('word/media/')
  await secretary.sees('存好了')
  expect(Math.max(...heavy)).toBeGreaterThan(200_000)
})

test('a posting without its photograph says so on the topic and at the head of its file', async () => {
  // The last day comes, and nobody goes to the board with a camera.
  await journey.village.advance('P16D')
  const { topics } = await told(journey.village, null, 'topic.list', { show: 'running' })
  const lacks = await Promise.all(
    topics
      .filter(topic => topic.state.endsWith('_posting'))
      .map(async ({ id }) => ({ id, lacks: (await told(journey.village, null, 'topic.view', { id })).fileLacks })),
  )
  const missing = lacks.find(one => one.lacks > 0)
  if (!missing) throw new Error(`no posting of the demo village lacks anything: ${JSON.stringify(lacks)}`)
  const passerBy = await people.meet(null)
  await passerBy.comes(topicPage(missing.id))
  await passerBy.sees(`还缺 ${missing.lacks} 样`)
  await passerBy.comes(filePage(missing.id))
  await passerBy.sees(`还缺 ${missing.lacks} 样`, /还缺：(结论|结果)公示 公示栏照片/)
})

test('a file that is not there is said to be not there', async () => {
  const resident = await people.meet('resident')
  await resident.comes(filePage(drawKey()))
  await resident.sees('可能还没有公开，或者链接不完整。')
})

test('no screen complained', () => {
  expect(people.complaints()).toEqual([])
})
