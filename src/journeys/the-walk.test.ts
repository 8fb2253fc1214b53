import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { addDays, dayOf, spokenDay } from '@/domain/ground/calendar'
import type { Choice } from '@/domain/vote/question/answers'
import { told } from './support/ask'
import { crowd, type Person } from './support/person'
import {
  answersObjection,
  objects,
  photographsBoard,
  certifiesPosting,
  putsQuestion,
  rates,
  readsNotice,
  votes,
  writesOutcome,
} from './support/deciding'
import { bringsOpinion, checksIn, codeOnWall, entersByName, schedules, signsUp, triesWrongCode } from './support/meeting'
import { confirms, handsIn, proposes, roadOf, says, takes, tapsOnDesk, topicPage, writesMatter } from './support/steps'
import { minute, now, until } from './support/time'
import { openJourney, shoot, type Journey } from './support/visit'

// One ordinary matter, lived through on screen by everybody it takes. Each test goes on where the one before it ended.
const title = '老戏台后面那条巷子，要不要装路灯'
const decided = '今年在老戏台后巷装 12 盏太阳能路灯，村里出 3.6 万元'
const question = '同意今年在老戏台后巷装 12 盏路灯，花 3.6 万元以内'

let journey: Journey
let people: ReturnType<typeof crowd>
let resident: Person, neighbour: Person, elder: Person, moderator: Person, supervisor: Person, recorder: Person, special: Person
let names: ReadonlyMap<string, string>
let id = '',
  session = '',
  motion = ''
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  names = new Map((await journey.village.identities()).map(one => [one.id, one.name]))
  ;[resident, neighbour, elder, moderator, supervisor, recorder, special] = await people.all(
    'resident',
    'household',
    'elder',
    'moderator',
    'supervisor',
    'recorder',
    'special',
  )
})
afterAll(() => journey.close())

let broken = false
beforeEach(({ skip }) => {
  if (broken) skip('an earlier part of the walk failed')
})
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail'
})

const topic = () => told(journey.village, 'resident', 'topic.view', { id })

test('a resident raises it with a photo, and sees that it arrived and by when it is answered', async () => {
  await resident.comes('pages/home/index')
  await resident.tap('我要提一件事')
  await writesMatter(
    resident,
    {
      title,
      what: '那条巷子晚上一点光都没有，上个月有两个老人摔倒。',
      where: '老戏台后巷，从祠堂到菜地',
      affected: '住在巷子两边的二十几户',
      suggestion: '装太阳能路灯，不用拉电线',
      category: '路灯照明',
    },
    true,
  )
  await resident.tap(/^公开时显示我的名字/, 'switch')
  id = await handsIn(resident)
  const { card, photoIds } = await topic()
  await resident.sees(title, '等待受理', '受理', `${spokenDay(dayOf((card.dueAt ?? 0) - 1))}前`)
  expect(photoIds).toHaveLength(1)
  await neighbour.comes(topicPage(id))
  await neighbour.sees('没有找到这件议题')
})

test('the moderator finds it on the workbench and accepts it; neighbours support it with one tap', async () => {
  await tapsOnDesk(moderator, `受理：${title}`)
  await moderator.sees('看议题全文', '涉及安全，很急')
  await moderator.tap('受理')
  await moderator.sees('“受理”办好了')

  await neighbour.comes('pages/topics/index')
  await neighbour.tap(`附议：${title}`)
  await neighbour.tap(`已附议，点一下撤回：${title}`)
  await neighbour.tap(`附议：${title}`)
  await elder.comes(topicPage(id))
  await elder.sees('已有 1 人附议，还差 4 人就进入审定')
  await elder.tap('附议')
  await elder.sees('已有 2 人附议，还差 3 人就进入审定')
  for (const n of [1, 2, 3]) await told(journey.village, `demo-res-${n}`, 'topic.support', { id })
  await resident.comes(topicPage(id))
  await resident.sees('5 人附议', '审定分类', '由村党组织书记、村委会来办')
})

test('the party secretary classifies it, and nothing is settled before the supervisor has turned the second key', async () => {
  const secretary = await people.meet('secretary')
  const lead = names.get('committee')!
  await proposes(secretary, id, '审定分类', async () => {
    await secretary.tap(/^一般公共事务/, 'radio')
    await secretary.types('为什么这样分', '公共道路照明，影响两个组')
    for (const group of ['3组', '4组']) await secretary.tap(group, 'checkbox')
    await secretary.tap(new RegExp(`^${lead}`), 'radio')
    await secretary.tap(/^也影响异地务工人员/, 'checkbox')
  })
  await secretary.sees('“审定分类”已经提出')
  await resident.comes(topicPage(id))
  await resident.sees('村务监督委员会确认：审定分类')
  await confirms(supervisor, title, '审定分类', '公共道路照明，影响两个组', '3组、4组', lead)
  await resident.comes(topicPage(id))
  await resident.sees('等待安排', '下一步 安排议事会')
})

test('a special member brings what workers said, without their names', async () => {
  await bringsOpinion(special, id, '下晚班的女工不敢走那条巷子，都绕大路', 14)
  await neighbour.comes(topicPage(id))
  await neighbour.sees('上门听到的意见', '“下晚班的女工不敢走那条巷子，都绕大路”', '14 人这样说')
})

test('the moderator schedules a session, and the resident signs up and puts it into the calendar', async () => {
  session = await schedules(moderator, id, { meetingNumber: '123 456 789', people: [names.get('moderator')!, names.get('recorder')!] })
  await signsUp(resident, title, '123 456 789')
})

test('on the evening people check in with the code on the wall, and the recorder enters who has no phone', async () => {
  const {
    card: { startsAt },
  } = await told(journey.village, 'resident', 'session.view', { id: session })
  await until(journey.village, startsAt - 20 * minute)
  const code = await codeOnWall(moderator, session)
  await moderator.sees('再到 5 人就可以开始')
  await triesWrongCode(resident, session, code)
  await checksIn(resident, session, code)
  await checksIn(recorder, session, code)
  for (const who of ['moderator', 'elder']) await told(journey.village, who, 'session.checkIn', { id: session, code, how: 'hall' })

  await entersByName(recorder, names.get('leader')!)
  await codeOnWall(moderator, session)
  await moderator.sees('人数够了，可以开始')
  await until(journey.village, startsAt)
  await takes(moderator, id, '开始议事')
})

test('people speak, answer and agree, and the moderator closes the discussion when its time is over', async () => {
  await says(neighbour, id, '先装巷口三盏，看看亮不亮再说')
  await says(resident, id, '一次装完更省工钱', '先装巷口三盏，看看亮不亮再说')
  await elder.comes(topicPage(id))
  await elder.tap(/^赞同.*先装巷口三盏/)
  await elder.sees('赞同 1', '一次装完更省工钱')
  await moderator.comes(topicPage(id))
  await moderator.sees('留言时间还没结束')
  await until(journey.village, (await topic()).discussion.until!)
  await takes(moderator, id, '结束讨论', () => moderator.types('大家的主要看法', '多数人赞成一次装完；有人主张先装巷口，看看效果。'))
  await neighbour.comes(topicPage(id))
  await neighbour.sees('留言已结束', '形成结论')
})

test('the moderator puts a question to the representatives, secretly', async () => {
  motion = await putsQuestion(moderator, id, question)
  await moderator.sees('投票还没开始')
})

test('representatives vote: chosen, said back in words, a receipt; and how they voted nobody sees before the close', async () => {
  const { card } = await told(journey.village, null, 'motion.view', { id: motion })
  await until(journey.village, card.opensAt)
  const voter = await people.meet('representative')
  await voter.comes('pages/home/index')
  await voter.tap(new RegExp(question))
  await voter.sees('无记名', '一人一票', `须有 ${card.quorumNeeds} 人以上参加`)
  await votes(voter, '赞成')
  await voter.sees('您的回执（已存在这部手机里）', /([0-9a-f]{4} ){7}[0-9a-f]{4}/, '您选了什么，谁也看不到')
  const other = await people.meet('committee')
  await other.comes(`pages/vote/index?id=${motion}`)
  await votes(other, '反对')
  await other.sees(`已投 2 人，还差 ${card.quorumNeeds - 2} 人达到法定人数`, '投了什么，截止前谁也看不到')

  const choices = Array.from({ length: card.quorumNeeds - 2 }, (_, n): Choice => (n < 36 ? 'for' : n < 44 ? 'against' : 'abstain'))
  await Promise.all(
    choices.map((choice, n) =>
      told(journey.village, `demo-rep-${n + 1}`, 'ballot.castSecret', {
        motionId: motion,
        choice,
        receiptHash: receiptHash(`receipt ${n}`),
      }),
    ),
  )
  await until(journey.village, card.closesAt + minute)
  await voter.comes(`pages/vote/index?id=${motion}`)
  await voter.sees('等两把钥匙开票', '您的票已经在票箱里', '主持一方 还没开', '监督一方 还没开')
  await voter.seesNot('赞成 37', '开票：转我这一把')
  for (const who of [moderator, supervisor]) {
    await who.comes('pages/moderator/index')
    await who.tap(new RegExp(`^${question}.*等您转钥匙开票`), 'link')
    await shoot(who.page, who === moderator ? 'keys-first' : 'keys-second')
    await who.tap('开票：转我这一把')
    await who.sees(/主持一方 ✓ .*|表决结果/)
  }
  await journey.village.advance('PT1M')
  await voter.comes(`pages/vote/index?id=${motion}`)
  await voter.sees('表决结果', '通过', /赞成 37 反对 9 弃权 \d+/, /3×(\d+)=\d+ ≥ 2×\d+=\d+/)
  await voter.tap('核对我的票')
  await voter.sees('找到了。您的票在里面，记的是“赞成”。', '和公布的一样。')
})

test('the outcome is posted with two keys and a photo of the board, and a neighbour reads who does it by when', async () => {
  const finishBy = addDays(dayOf(await now(journey.village)), 50)
  const implementer = names.get('committee')!
  await proposes(moderator, id, '公布结论', () => writesOutcome(moderator, { decided, implementer, finishBy, budget: '36000' }))
  await moderator.sees('“公布结论”已经提出')
  await confirms(supervisor, title, '公布结论', decided, '36000 元')
  await photographsBoard(moderator, id, '上传张贴照片')

  await readsNotice(neighbour, '结论', title)
  await neighbour.sees(
    '通过',
    decided,
    '接下来',
    `${implementer}（村委会）`,
    `${spokenDay(finishBy)}前`,
    '3.6 万元',
    /3×\d+=\d+ ≥ 2×\d+=\d+/,
    /公示到 \d+月\d+日/,
    '公示栏验证码',
  )
})

test('an objection is filed, answered, and until then holds the posting', async () => {
  await objects(neighbour, '以后坏了谁来修，没有写')
  await moderator.comes(topicPage(id))
  await moderator.sees('还有 1 件没有答复')

  await answersObjection(await people.meet('supervisor2'), id, '以后坏了谁来修，没有写', '保修五年写在合同里，五年后由村委会修')
  await journey.village.advance('PT1M')
  await neighbour.comes('pages/me/index')
  await neighbour.tap(/^消息/, 'tab')
  await neighbour.sees('异议有答复了', '保修五年写在合同里，五年后由村委会修')
})

test('fifteen days later it is carried out, with progress and photos for everyone', async () => {
  await until(journey.village, (await topic()).card.dueAt!)
  await photographsBoard(moderator, id, '上传期满照片')
  await certifiesPosting(supervisor, id)
  const committee = await people.meet('committee')
  await takes(committee, id, '报进展', async () => {
    await committee.types('进展', '装好 6 盏，另一半下周装')
    await committee.types('完成多少', '50')
    await committee.photographs()
  })
  await neighbour.comes(topicPage(id))
  await neighbour.sees('正在落实', '装好 6 盏，另一半下周装', '完成 50%')
  await journey.village.advance('P10D')
  await proposes(committee, id, '验收，公布结果', async () => {
    await committee.tap(/^验收组看过，合格/, 'checkbox')
    await committee.photographs()
    await committee.types('实际花了多少钱', '35200')
  })
  await confirms(supervisor, title, '验收，公布结果', '35200 元')
  await photographsBoard(moderator, id, '上传张贴照片')
  await readsNotice(neighbour, '结果', title)
  await neighbour.sees('办得怎样', '3.52 万元，比原定少 800 元')
  await until(journey.village, (await topic()).card.dueAt!)
  await photographsBoard(moderator, id, '上传期满照片')
  await certifiesPosting(supervisor, id)
})

test('those concerned give it stars, it is closed, and its page shows the whole road behind it', async () => {
  await rates(resident, id, '5 星，很满意')
  await resident.sees('已有 1 人评价，满 5 人后公布')
  for (const [who, stars] of [
    ['elder', 5],
    ['demo-res-1', 4],
    ['demo-res-2', 5],
  ] as const)
    await told(journey.village, who, 'rating.give', { id, stars, axes: {}, words: '' })
  await rates(neighbour, id, '4 星，满意')
  await neighbour.sees('5 人评价，100% 满意', '4.6')

  await until(journey.village, (await topic()).card.dueAt!)
  const road = await roadOf(resident, id)
  expect(road.map(stop => stop.split('：')[0])).toEqual(Array.from({ length: 12 }, () => '已完成'))
  expect(road.at(-1)).toMatch(/^已完成：办结，\d+月\d+日/)
  await resident.sees('办结', decided, '办好了，实际花了3.52 万元', '全部记录')
  await special.comes('pages/committee/index')
  await special.sees('下晚班的女工不敢走那条巷子，都绕大路', `后来：${decided}`)
})

test('no screen of the walk complained', () => {
  expect(people.complaints()).toEqual([])
})
