import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf, instantAt } from '@/domain/ground/calendar'
import { told } from './support/ask'
import { crowd } from './support/person'
import { drawKey, stepped } from './support/shortcuts'
import { hour, minute, now, until } from './support/time'
import { openJourney, shoot, type Journey } from './support/visit'

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

let journey: Journey
let people: ReturnType<typeof crowd>
let motion = ''
let opensAt = 0
/** Two members of one household: who plays the household's part in the demonstration votes, the other cannot come. */
let agent = '',
  giver = '',
  stranger = ''
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  await called()
})
afterAll(() => journey.close())

/** The collective's members are called to their assembly, with a box that takes written proxies; its doors have just opened. */
async function called(): Promise<void> {
  const { village } = journey
  const id = await topicOn('旧厂房到期')
  const names = new Map((await village.identities()).map(each => [each.id, each.name]))
  const { people: officers } = await told(village, 'moderator', 'people.inOffice', {})
  const idOf = (who: string) => officers.find(({ name }) => name === names.get(who))?.id ?? ''
  const members: { readonly id: string; readonly name: string; readonly household: string | null }[] = []
  for (let after: string | undefined; ; ) {
    const page = await told(village, 'board', 'roll.people', { body: 'CMA', ...(after === undefined ? {} : { after }) })
    members.push(...page.people)
    if (page.next === null) break
    after = page.next
  }
  const alone = ({ name }: { readonly name: string }) => members.filter(one => one.name === name).length === 1
  agent = names.get('household') ?? ''
  const home = members.find(({ name }) => name === agent)?.household
  giver = members.find(one => one.household === home && one.name !== agent && alone(one))?.name ?? ''
  stranger = members.find(one => one.household !== home && alone(one))?.name ?? ''

  await stepped(village, 'town', id, 'town_answers', { townReply: '没有意见，请公开办理。', townReplyNo: '示范镇复〔2026〕9 号' })
  const meetingDay = addDays(dayOf(await now(village)), 12)
  const { id: photo } = await told(village, 'board', 'photo.add', { data: pixel })
  await stepped(village, 'board', id, 'give_notice', {
    body: 'CMA',
    meetingDay,
    meetingTime: '19:30',
    meetingPlace: '文化中心广场',
    agenda: '一、读方案；二、表决',
    rollSize: members.length,
    scrutineer: idOf('supervisor2'),
    teller: idOf('recorder'),
    noticePhoto: [photo],
    noticeAlso: ['broadcast', 'phone'],
    documentsReady: true,
    paperReady: true,
  })
  opensAt = instantAt(meetingDay, '19:30')
  motion = drawKey()
  const { rev } = await told(village, 'moderator', 'topic.view', { id })
  await told(village, 'moderator', 'motion.put', {
    id: motion,
    topicId: id,
    rev,
    text: '旧厂房公开招租，租期六年',
    body: 'CMA',
    form: 'named',
    opensAt,
    closesAt: opensAt + 3 * hour,
    channels: ['phone', 'hall', 'paper', 'proxy'],
    tellerIds: [idOf('recorder'), idOf('leader')],
    scrutineerId: idOf('supervisor2'),
  })
  await until(village, opensAt - 50 * minute)
}

/** Somewhere in the list of what is under way. */
async function topicOn(words: string): Promise<string> {
  for (let after: string | undefined; ; ) {
    const { topics, next } = await told(journey.village, 'board', 'topic.list', {
      show: 'running',
      ...(after === undefined ? {} : { after }),
    })
    const found = topics.find(({ title }) => title.includes(words))
    if (found) return found.id
    if (next === null) throw new Error(`no topic on ${words}`)
    after = next
  }
}

const proxyPage = () => `pages/teller/proxy?id=${motion}`

test('a written proxy is taken in at the door: only within one household, with its photograph', async () => {
  expect([agent, giver, stranger].every(name => name !== '')).toBe(true)
  const recorder = await people.meet('recorder')
  await recorder.comes(`pages/teller/index?id=${motion}`)
  await recorder.tap(/^书面委托/, 'link')
  await recorder.sees('收一份委托书', '只能委托同一户的成员', '找到两个人、拍好照片再收')
  await recorder.types('谁委托（姓名）', giver)
  await recorder.tap('找谁委托的人')
  await recorder.sees(`✓ ${giver}`)
  await recorder.types('谁来投（姓名）', stranger)
  await recorder.tap('找谁来投的人')
  await recorder.sees(`✓ ${stranger}`)
  await recorder.photographs()
  await recorder.tap(`收下：${giver} 委托 ${stranger}`)
  await recorder.sees('这份委托不能用', '委托同一户的成员')
  await recorder.types('谁来投（姓名）', agent)
  await recorder.tap('找谁来投的人')
  await recorder.sees(`✓ ${agent}`)
  await shoot(recorder.page, 'proxy-form')
  await recorder.tap(`收下：${giver} 委托 ${agent}`)
  await recorder.sees(`✓ ${giver} 委托 ${agent}，记好了`, '1 份')
  await shoot(recorder.page, 'proxy-held')
})

test('who votes for another sees it on their own phone, and that it waits for the opening', async () => {
  const voter = await people.meet('household')
  await voter.comes(`pages/vote/index?id=${motion}`)
  await voter.sees('家人委托您投的', '表决开始以后才能投')
  await shoot(voter.page, 'proxy-waits')
  expect(await voter.control(`还要替 ${giver} 投`).isDisabled()).toBe(true)
})

test('taken back at their word, it no longer holds, and can be written anew', async () => {
  const [recorder, voter] = await people.all('recorder', 'household')
  await recorder.comes(proxyPage())
  await recorder.tap(`撤销 ${giver} 的委托`)
  await recorder.sees(`撤销 ${giver} 的委托？`, '要本人说了才能撤')
  await recorder.tap('撤销')
  await recorder.sees('还没有。')
  await voter.comes(`pages/vote/index?id=${motion}`)
  await voter.seesNot('家人委托您投的')
})

test('who comes in person takes back what they wrote', async () => {
  const [recorder, voter] = await people.all('recorder', 'household')
  await recorder.comes(proxyPage())
  for (const [side, who, find] of [
    ['谁委托（姓名）', giver, '找谁委托的人'],
    ['谁来投（姓名）', agent, '找谁来投的人'],
  ] as const) {
    await recorder.types(side, who)
    await recorder.tap(find)
    await recorder.sees(`✓ ${who}`)
  }
  await recorder.photographs()
  await recorder.tap(`收下：${giver} 委托 ${agent}`)
  await recorder.sees('1 份')
  await recorder.comes(`pages/teller/index?id=${motion}`)
  await recorder.types('姓名', giver)
  await recorder.tap('找人')
  await recorder.sees(`写了委托，由${agent}代投`)
  await recorder.tap(new RegExp(`^登记到会：${giver}`))
  await recorder.sees(`✓ ${giver} 登记到会了`)
  await recorder.comes(proxyPage())
  await recorder.sees('还没有。')
  await voter.comes(`pages/vote/index?id=${motion}`)
  await voter.seesNot('家人委托您投的')
  expect(people.complaints()).toEqual([])
})
