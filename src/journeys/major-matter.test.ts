import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf, instantAt } from '@/domain/ground/calendar'
import { told } from './support/ask'
import { crowd, type Person } from './support/person'
import { raised } from './support/shortcuts'
import { roadOf, topicPage } from './support/steps'
import { day, hour, minute, now, until } from './support/time'
import { openJourney, shoot, type Journey } from './support/visit'

/** Who knows nothing of the procedure, and does what the 下一步 card says. */
const title = '村道中间一段重铺，东边加人行道'
const plan = '牌坊到打谷场三百米重铺，东边做一米五宽的人行道，分两段施工，不断路。'
let journey: Journey
let people: ReturnType<typeof crowd>
let secretary: Person,
  committee: Person,
  supervisor: Person,
  supervisor2: Person,
  adviser: Person,
  moderator: Person,
  party: Person,
  recorder: Person,
  resident: Person
let id = ''
const names = new Map<string, string>()
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  ;[secretary, committee, supervisor, supervisor2, adviser, moderator, party, recorder, resident] = await people.all(
    'secretary',
    'committee',
    'supervisor',
    'supervisor2',
    'adviser',
    'moderator',
    'party',
    'recorder',
    'resident',
  )
  for (const { id: who, name } of await journey.village.identities()) names.set(who, name)
})
afterAll(() => journey.close())

const nameOf = (who: string): string => names.get(who) ?? ''

/** Opens the matter, reads the card, taps its button, fills the form and hands it in. */
async function follows(who: Person, step: string, fill: () => Promise<void> = async () => undefined, heading = step): Promise<void> {
  await who.comes(topicPage(id))
  await who.sees(`下一步 ${heading}`)
  await who.tap(step)
  await fill()
  await who.tap(step)
  await who.sees(`“${step}”办好了`)
}
async function proposes(who: Person, step: string, fill: () => Promise<void>): Promise<void> {
  await who.comes(topicPage(id))
  await who.sees(`下一步 ${step}`)
  await who.tap(step)
  await fill()
  await who.tap(`提交：${step}`)
  await who.sees(`“${step}”已经提出`)
}
async function confirms(who: Person, step: string, by = '村务监督委员会'): Promise<void> {
  await who.comes(topicPage(id))
  await who.sees(`下一步 ${by}确认：${step}`)
  await who.tap('看一看，确认或退回')
  await who.tap('确认')
  await who.tap('确认生效')
  await who.sees(`“${step}”已确认`)
}
async function counts(who: Person, numbers: Readonly<Record<string, number>>): Promise<void> {
  for (const [label, n] of Object.entries(numbers)) await who.types(label, `${n}`)
}
async function writesPlan(who: Person): Promise<void> {
  await who.types('方案正文', plan)
  await who.types('预算一共多少', '460000')
  await who.types('钱从哪里来', '村集体公益金')
}
/** The whole of a page that scrolls within itself, and the same with large type. */
async function both(who: Person, picture: string): Promise<void> {
  await whole(who, picture)
  const elder = await people.meet(who.identity, { elder: true })
  await elder.comes(who.page.url().split('#/')[1] ?? '')
  await whole(elder, `${picture}-elder`)
}
async function whole({ page, visitor }: Person, picture: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 2600 })
  await visitor.settled()
  await shoot(page, picture)
  await page.setViewportSize({ width: 390, height: 844 })
}

test('a representative raises it; the secretary says what kind of matter it is, and only its kinds can be chosen', async () => {
  id = await raised(journey.village, 'demo-rep-40', title)
  await follows(moderator, '受理')
  await proposes(secretary, '审定分类', async () => {
    await secretary.tap(/^村级重大事务/, 'radio')
    await secretary.sees('公益事业的兴办', '修路、装灯这类大家的事')
    await secretary.seesNot('土地补偿费等的分配')
    await secretary.tap(/^公益事业的兴办/, 'radio')
    await secretary.types('为什么这样分', '要动集体的公益金，法律规定由村民会议定')
    await secretary.tap('12组', 'checkbox')
    await secretary.tap(nameOf('committee'), 'radio')
    await both(secretary, 'classify-form')
  })
  await confirms(supervisor, '审定分类')
  await follows(committee, '进入重大事项程序')
})

test('议一, 议二 and the review; the plan is written once', async () => {
  await follows(secretary, '议一：记录党组织提议', async () => {
    await secretary.tap(/^村民提出/, 'radio')
    await secretary.types('为什么要办', '坑多，货车和孩子走在一起')
    await writesPlan(secretary)
    await secretary.types('有什么风险、怎么防', '分段施工，派人看路口')
    await counts(secretary, { 党组织委员应到: 5, 实到: 5, 同意: 5 })
    await secretary.sees('够了，接下来是“村“两委”商议”')
    await secretary.types('提议会议记录', '五人全到，都同意提议')
    await secretary.photographs()
    await both(secretary, 'propose-form')
  })
  await agreesPlan()
  await reviews()
})

async function agreesPlan(): Promise<void> {
  await follows(committee, '议二：记录两委商议', async () => {
    expect(await committee.page.getByRole('textbox', { name: /^方案正文/ }).inputValue()).toBe(plan)
    await counts(committee, { 两委成员应到: 11, 实到: 10, 同意: 9 })
    await committee.types('商议会议记录', '十一人到十人，九人同意')
    await committee.photographs()
    await committee.tap(/^问过每个人有没有利害关系/, 'checkbox')
  })
}
async function reviews(): Promise<void> {
  await adviser.comes(topicPage(id))
  await adviser.sees('下一步 审核方案合不合法', `由${nameOf('adviser')}（法律顾问）来办`)
  await follows(
    adviser,
    '审核：合法',
    async () => {
      await adviser.sees(`方案正文 收起 ${plan}`)
      for (const item of await adviser.page.getByRole('radio', { name: '没问题', exact: true }).all()) await item.tap()
      await adviser.types('审核意见和理由', '由村民会议定，钱的来源清楚')
      await adviser.types('依据的法条', '村民委员会组织法第二十八条')
      await adviser.tap('低', 'radio')
      await both(adviser, 'review-form')
    },
    '审核方案合不合法',
  )
}

test('the party members do not agree: the numbers say so before it is sent, and the matter goes back', async () => {
  await follows(party, '议三：记录党员大会', async () => {
    await counts(party, { 党员应到: 40, 实到: 30, 同意: 20, 不同意: 6, 弃权: 4 })
    await party.sees('会记成“党员大会没有通过”', /赞成 20 人，按.*40 人算：2×20=40 ≤ 40，没有达到过半数/)
    await both(party, 'party-fails-form')
    await party.types('党员大会会议记录', '有人担心钱不够')
    await party.photographs()
  })
  await party.sees('这件事现在：村“两委”商议')
  await agreesPlan()
  await reviews()
  await follows(party, '议三：记录党员大会', async () => {
    await counts(party, { 实到: 33, 同意: 26, 不同意: 4, 弃权: 3 })
    await party.sees('够了，接下来是“发会议通知”')
    await party.types('党员大会会议记录', '钱的来源说清了')
    await party.photographs()
  })
})

test('notice: a body that may not decide cannot be chosen, a day too near is told with its date', async () => {
  const today = dayOf(await now(journey.village))
  const meetingDay = addDays(today, 12)
  await follows(committee, '发会议通知', async () => {
    await committee.tap(/^另外 \d+ 种会议不能定这件事，为什么/)
    await committee.sees(/村民代表会议：.*要先得到授权/)
    await committee.tap(/^户代表会议/, 'radio')
    await committee.sets('哪天开会', addDays(today, 3))
    await committee.sees(/通知的天数不够，最早 \d+月\d+日 开会/)
    await committee.sets('哪天开会', meetingDay)
    await committee.seesNot('通知的天数不够')
    await committee.sets('几点', '19:30')
    await committee.types('在哪里开', '文化中心广场')
    await committee.types('议程', '读方案、提问、表决')
    await committee.types('应到多少', '2600')
    await committee.tap(nameOf('supervisor2'), 'radio')
    await committee.tap(nameOf('recorder'), 'radio')
    await committee.photographs()
    await committee.tap('村里广播', 'checkbox')
    await committee.tap(/^材料已经备好/, 'checkbox')
    await committee.tap(/^备了纸质选票/, 'checkbox')
    await both(committee, 'notice-form')
  })
  await committee.comes(topicPage(id))
  await committee.sees('下一步 到时间，开会', /\d+月\d+日 19:30开会/, /会议定在 \d+月\d+日，还没到/)
  await both(committee, 'card-noticing')
  await until(journey.village, instantAt(meetingDay, '19:30'))
})

test('the meeting: check-in, vote and a count that two people sign', async () => {
  await follows(moderator, '到时间，开会')
  await follows(moderator, '签到，开始表决', async () => {
    await counts(moderator, { 现场签到: 1850, 在线参加: 0, 书面委托: 0 })
    await moderator.sees('够了，接下来是“正在表决”')
    await moderator.photographs()
    await moderator.tap(/^正文读给大家听过/, 'checkbox')
  })
  await follows(moderator, '结束表决')
  await proposes(recorder, '公布计票', async () => {
    await counts(recorder, { 开始后又到的: 0, 赞成: 1700, 反对: 100, 弃权: 30, 废票: 10, 没交回的: 5 })
    await recorder.sees('票数要等于到会人数：1700+100+30+10+5=1845，到会 1850')
    await recorder.types('没交回的', '10')
    await recorder.sees('够了，接下来是“决议公开”')
    await both(recorder, 'count-form')
    await recorder.photographs()
    await recorder.types('会议记录', '主持、计票、监票各一人，当场公布')
    await recorder.tap(nameOf('committee'), 'radio')
    await recorder.sets('什么时候办好', addDays(dayOf(await now(journey.village)), 60))
  })
  await recorder.comes(topicPage(id))
  // The scrutineer whom the notice named, and no other supervisor.
  const scrutineer = `${nameOf('supervisor2')}（村务监督委员会）`
  await recorder.sees(`下一步 ${scrutineer}确认：公布计票`)
  await supervisor.comes(topicPage(id))
  await supervisor.sees(`下一步 ${scrutineer}确认：公布计票`)
  await supervisor.seesNot('看一看，确认或退回')
  await confirms(supervisor2, '公布计票', scrutineer)
})

test('the resolution hangs fifteen days, with both photographs and the certificate, and then it is carried out', async () => {
  await follows(moderator, '上传张贴照片', () => moderator.photographs())
  await resident.comes('pages/notices/index')
  await resident.tap('结论', 'tab')
  await resident.tap(new RegExp(title))
  await resident.sees('表决通过', plan, /公示到 \d+月\d+日/, /公示栏验证码 \w{4}/)
  await committee.comes(topicPage(id))
  await committee.sees('下一步 上传期满照片', '要到公示的最后一天')
  await both(committee, 'card-posting')
  await until(journey.village, (await dueAt()) - 12 * hour)
  await follows(moderator, '上传期满照片', () => moderator.photographs())
  await follows(supervisor, '确认公示贴满', () => supervisor.tap(/^我到公示栏看过/, 'checkbox'))
  await until(journey.village, (await dueAt()) + minute)
})

async function dueAt(): Promise<number> {
  const { card } = await told(journey.village, 'committee', 'topic.view', { id })
  return card.dueAt ?? 0
}

test('done, accepted by two, shown for fifteen days, and rated', async () => {
  await journey.village.advance('P20D')
  const { people: officers } = await told(journey.village, 'committee', 'people.inOffice', {})
  const witness = officers.find(one => one.roles.includes('representative') && one.roles.includes('group_leader'))
  await committee.comes(topicPage(id))
  await committee.sees('下一步 验收，公开实施结果', `由${nameOf('committee')}（村委会）来办`)
  await proposes(committee, '验收，公开实施结果', async () => {
    await committee.tap(/^验收组看过，合格/, 'checkbox')
    await committee.tap(witness?.name ?? '', 'radio')
    await committee.types('决算一共多少', '452000')
    await committee.photographs('发票清单、验收单')
    await committee.photographs('办好后的照片')
  })
  await confirms(supervisor, '验收，公开实施结果')
  await follows(moderator, '上传张贴照片', () => moderator.photographs())
  await until(journey.village, (await dueAt()) - 12 * hour)
  await follows(moderator, '上传期满照片', () => moderator.photographs())
  await follows(supervisor, '确认公示贴满', () => supervisor.tap(/^我到公示栏看过/, 'checkbox'))
  await until(journey.village, (await dueAt()) + minute)
  await resident.comes(topicPage(id))
  await resident.sees('大家评价', '等大家评价', plan)
  await both(resident, 'topic-evaluating')
  const road = await roadOf(resident, id)
  expect(road.filter(stop => /^已完成：(议[一二三四]|公开[一二]) /.test(stop))).toHaveLength(6)
  expect(road.find(stop => stop.startsWith('正在进行'))).toContain('大家评价')
  await journey.village.advance(`PT${Math.ceil(day / minute)}M`)
})

test('no screen complained', () => {
  expect(people.complaints()).toEqual([])
})
