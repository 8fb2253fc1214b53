import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { crowd, type Person } from './support/person'
import { raised, stepped } from './support/shortcuts'
import { confirms, takes, tapsOnDesk, topicPage } from './support/steps'
import { openJourney, type Journey } from './support/visit'

let journey: Journey
let people: ReturnType<typeof crowd>
let moderator: Person, supervisor: Person, resident: Person, neighbour: Person
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  ;[moderator, supervisor, resident, neighbour] = await people.all('moderator', 'supervisor', 'resident', 'household')
})
afterAll(() => journey.close())

test('a matter is refused with a reason and by two keys; who raised it reads why and how to go on, appeals, and is heard', async () => {
  const title = '隔壁镇的公交站牌歪了'
  const id = await raised(journey.village, 'resident', title)
  await moderator.comes(topicPage(id))
  await moderator.tap('不予受理')
  await moderator.tap('提交：不予受理')
  await moderator.seesAtOnce(/^还要改一改：.*向提出人说明/)
  await moderator.sees('请写上“向提出人说明”', '请写上“还能怎么办”')
  await moderator.tap('不是本村的事', 'radio')
  await moderator.types('向提出人说明', '这块站牌归隔壁镇的公交公司管，村里动不了。')
  await moderator.types('还能怎么办', '可以打 12345，说清站名和方向。')
  await moderator.tap('提交：不予受理')
  await moderator.sees('确定要不予受理吗', '提出人和附议的人会看到原因和申诉的办法')
  await moderator.tap('确定不予受理')
  await moderator.sees('“不予受理”已经提出')
  await resident.comes(topicPage(id))
  await resident.seesNot('没有受理')
  await confirms(supervisor, title, '不予受理', '不是本村的事', '这块站牌归隔壁镇的公交公司管')

  await resident.comes(topicPage(id))
  await resident.sees(
    '没有受理',
    '不是本村的事',
    '这块站牌归隔壁镇的公交公司管，村里动不了。',
    '可以打 12345',
    '30 天内可以向村务监督委员会申诉',
  )
  await takes(resident, id, '申诉', () => resident.types('原因', '站牌立在我们村的路口，倒下来砸到的是我们村的人。'))
  await takes(supervisor, id, '退回重新受理', () => supervisor.types('向提出人说明', '站牌在村口，村里可以先扶正，再通知公交公司。'))
  await resident.comes(topicPage(id))
  await resident.sees('等待受理', '下一步 受理')
  await resident.seesNot('没有受理')
})

test('what the supervisor does not confirm goes back with a note, and is judged anew', async () => {
  const title = '祠堂前的石阶滑，下雨站不住'
  const id = await raised(journey.village, 'resident', title)
  await stepped(journey.village, 'moderator', id, 'reject', { rejectReason: 'no_facts', explanation: '没有写清楚', remedy: '补充后再提' })
  await tapsOnDesk(supervisor, `看一看，确认或退回：${title}`)
  await supervisor.tap('退回，写明原因')
  await supervisor.tap('退回')
  await supervisor.sees('请写明退回的原因')
  await supervisor.types('原因', '地点和情况都写了，应该受理')
  await supervisor.tap('退回')
  await supervisor.sees('“不予受理”已退回')
  await tapsOnDesk(moderator, `受理：${title}`)
  await moderator.tap('受理')
  await moderator.sees('“受理”办好了')
})

test('two that say the same are merged: the originals, who raised them and who supported them stay', async () => {
  const [kept, joined] = ['新村七栋楼下的电动车没处充电', '新村七栋楼下电动车充电不方便']
  const where = '新村七栋楼下'
  const parent = await raised(journey.village, 'resident', kept, { where })
  await stepped(journey.village, 'moderator', parent, 'accept')
  await told(journey.village, 'demo-res-1', 'topic.support', { id: parent })
  const id = await raised(journey.village, 'household', joined, { where })
  await moderator.comes('pages/moderator/index')
  while ((await moderator.control(new RegExp(`相近，看要不要合并：${joined}`)).count()) === 0) await moderator.tap('再看一些')
  await moderator.tap(new RegExp(`相近，看要不要合并：${joined}`))
  await moderator.tap(new RegExp(`^${kept}`), 'radio')
  await moderator.types('向提出人说明', '和先提的那件是同一个地方、同一件事，合在一起办得快。')
  await moderator.tap('合并')
  await moderator.sees('“合并”办好了')

  await neighbour.comes(topicPage(id))
  await neighbour.sees(
    '已合并',
    '合到一起办',
    '是同一个地方、同一件事',
    '合到这一件里办',
    '进展看这里',
    joined,
    `${joined}，路过的人都说不方便。`,
  )
  await neighbour.tap(new RegExp(`^${kept}`), 'link')
  await neighbour.sees('合进来的议题', '共同提出 1 人', '1 人附议', '原话、提出人和附议都保留')

  // Who proposed it does not agree; the supervisors look, and it stands again as its own.
  await takes(neighbour, id, '不同意合并', () => neighbour.types('为什么要分开办', '我说的是楼后面那排，不是门口。'))
  await supervisor.comes('pages/home/index')
  await supervisor.sees('提出人不同意合并，请决定')
  await takes(supervisor, id, '异议成立，分开办', () => supervisor.types('监督委员答复', '去看过，是两处地方，分开办。'))
  await neighbour.comes(topicPage(id))
  await neighbour.sees(joined)
  await neighbour.seesNot('已合并', '合到一起办')
  await neighbour.comes(topicPage(parent))
  await neighbour.seesNot('合进来的议题', '共同提出 1 人')
})

test('a matter sent back says what to add; the same words again are not taken, the corrected ones are', async () => {
  const title = '三组的水渠堵了'
  const id = await raised(journey.village, 'resident', title, { where: '水渠' })
  await tapsOnDesk(moderator, `退回补充：${title}`)
  await moderator.tap('地点不清楚', 'radio')
  await moderator.types('请提出人补什么', '写清是水渠的哪一段，从哪到哪')
  await moderator.tap('退回补充')
  await moderator.sees('“退回补充”办好了')

  await resident.comes('pages/home/index')
  await resident.tap(new RegExp(`请您补充.*${title}`))
  await resident.sees('请补充', '写清是水渠的哪一段，从哪到哪')
  for (const button of ['下一步', '下一步', '交上去']) await resident.tap(button)
  await resident.seesAtOnce('内容还没有改，请按退回的说明补充后再交')
  for (const button of ['上一步', '上一步']) await resident.tap(button)
  await resident.types('在哪里', '三组水渠，从何家菜地到公路桥')
  for (const button of ['下一步', '下一步', '交上去']) await resident.tap(button)
  await resident.sees('交好了')
  await moderator.comes(topicPage(id))
  await moderator.sees('三组水渠，从何家菜地到公路桥')
  await takes(moderator, id, '受理')
})

test('a step that a colleague has just taken is told, and is not taken twice', async () => {
  const title = '菜市场后面的垃圾没人收'
  const id = await raised(journey.village, 'resident', title)
  await moderator.comes(topicPage(id))
  await moderator.tap('受理')
  await stepped(journey.village, 'moderator2', id, 'accept')
  await moderator.tap('受理')
  await moderator.sees('这一步现在不用您办', '看这件议题')
  const { journal } = await told(journey.village, 'moderator', 'topic.view', { id })
  expect(journal.filter(entry => entry.said === '受理')).toHaveLength(1)
})

test('a resident who opens the workbench is told whose it is, and sees nothing of it', async () => {
  await resident.comes('pages/moderator/index')
  await resident.sees('这里由议事厅的工作人员办理', '您提的事办到哪一步、谁在办，打开那件议题就能看到。')
  await resident.seesNot('等我办', '已超期')
  const id = await raised(journey.village, 'household', '早市的喇叭太响')
  await resident.comes(`pages/moderator/step?id=${id}&step=accept`)
  await resident.sees('没有找到这件议题')
})

test('no screen complained', () => {
  expect(people.complaints()).toEqual([])
})
