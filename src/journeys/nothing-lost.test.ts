import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { crowd, type Person } from './support/person'
import { put, talkedAbout, turnKeys } from './support/shortcuts'
import { topicPage, writesMatter } from './support/steps'
import { loseNextAnswer } from './support/thin-line'
import { until } from './support/time'
import { openJourney, type Journey } from './support/visit'

const matter = {
  title: '球场的灯晚上九点就关',
  what: '下了班来打球，打不到半小时就黑了。',
  where: '文化中心球场',
  affected: '打球的年轻人',
  suggestion: '开到十点半',
  category: '文体场地',
}

let journey: Journey
let people: ReturnType<typeof crowd>
let talked = ''
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  talked = await talkedAbout(journey.village, '老街的电线垂到屋檐')
})
afterAll(() => journey.close())

const written = (who: Person, label: string) => who.page.getByRole('textbox', { name: label }).filter({ visible: true }).inputValue()
const mine = async (who: string, title: string) =>
  (await told(journey.village, who, 'topic.list', { show: 'mine' })).topics.filter(topic => topic.title === title)

test('words half written are there again after the phone was switched off in the middle of a word, and on another phone', async () => {
  const resident = await people.meet('migrant')
  await resident.comes('pages/raise/index')
  await resident.types('一句话说是什么事', matter.title)
  await resident.page.getByRole('textbox', { name: '说说怎么回事' }).pressSequentially('下了班来打球，打不')
  await resident.page.reload()
  await resident.sees('接着上次写的')
  expect([await written(resident, '一句话说是什么事'), await written(resident, '说说怎么回事')]).toEqual([
    matter.title,
    '下了班来打球，打不',
  ])

  await resident.types('说说怎么回事', matter.what)
  await resident.types('在哪里', matter.where)
  await resident.tap('下一步')
  await resident.photographs()
  await resident.sees('写的都已存好，换手机也能接着写')
  await resident.tap('返回')
  await resident.tap('我要提一件事')
  await resident.sees('影响到谁，怎么办好？', '1 / 9')

  const another = await people.meet('migrant', { width: 360 })
  await another.comes('pages/raise/drafts')
  await another.tap(new RegExp(`^没交.*${matter.title}`))
  expect(await written(another, '说说怎么回事')).toBe(matter.what)
})

test('a telephone number is refused in plain words before it is sent, and every word stays', async () => {
  const who = await people.meet('leader')
  await who.comes('pages/raise/index')
  await who.types('一句话说是什么事', '出租屋楼道堆满杂物')
  await who.types('说说怎么回事', '房东不管，打他电话 138 0013 8000 也不接')
  await who.types('在哪里', '新村 7 号楼')
  await who.tap('下一步')
  await who.seesAtOnce('文字里像是有电话号码，请删掉，保护个人信息')
  expect(await written(who, '说说怎么回事')).toBe('房东不管，打他电话 138 0013 8000 也不接')
})

test('words that the machine dislikes are not lost: they wait for the moderator, who is told what the machine thought', async () => {
  const who = await people.meet('nobody')
  await who.comes('pages/raise/index')
  await writesMatter(who, { ...matter, title: '楼道里贴满小广告', what: '楼梯上贴的都是代开发票的小广告。' }, false)
  await who.tap('交上去')
  await who.sees('交好了')
  const moderator = await people.meet('moderator')
  await moderator.comes('pages/moderator/index')
  await moderator.sees('楼道里贴满小广告', '机器觉得文字有问题，请留心')
})

test('a matter whose answer was lost is handed in again with one tap, and is one matter', async () => {
  const resident = await people.meet('resident')
  await resident.comes('pages/raise/index')
  await writesMatter(resident, matter, false)
  await loseNextAnswer(resident.page, 'topic.raise')
  await resident.tap('交上去')
  await resident.seesAtOnce('交上去了，但没收到回音。点一次“再交一次”就行，不会交两次。')
  await resident.page.reload()
  await resident.tap('再交一次')
  await resident.sees('交好了', matter.title)
  expect(await mine('resident', matter.title)).toHaveLength(1)
})

test('a secret ballot whose answer was lost: tapping again, or coming back, gives the receipt, and it is one ballot', async () => {
  const motion = await put(journey.village, talked, { body: 'VRA', form: 'secret', text: '今年把老街的电线埋到地下' })
  const voter = await people.meet('representative')
  await voter.comes(`pages/vote/index?id=${motion}`)
  await loseNextAnswer(voter.page, 'ballot.castSecret')
  await voter.tap('赞成', 'radio')
  await voter.tap('我选好了：赞成')
  await voter.tap('投出：赞成')
  await voter.sees('不确定投到了没有', '您选的是：赞成', '不会算成两票')
  await voter.tap('再投一次：赞成')
  await voter.sees('您的票投好了', '您的回执（已存在这部手机里）')
  const other = await people.meet('committee')
  await other.comes(`pages/vote/index?id=${motion}`)
  await loseNextAnswer(other.page, 'ballot.castSecret')
  await other.tap('反对', 'radio')
  await other.tap('我选好了：反对')
  await other.tap('投出：反对')
  await other.sees('不确定投到了没有')
  await other.page.reload()
  await other.sees('您的票投好了', '您的回执（已存在这部手机里）')
  const { card } = await told(journey.village, 'representative', 'motion.view', { id: motion })
  expect(card.turnout).toBe(2)
  await until(journey.village, card.closesAt + 60_000)
  await turnKeys(journey.village, motion)
  await voter.comes(`pages/vote/index?id=${motion}`)
  await voter.tap('核对我的票')
  await voter.sees('找到了。您的票在里面，记的是“赞成”。', '手机重数：赞成 1，反对 1，弃权 0')
})

test('a vote that closes while one hesitates is told plainly, and the choice is not counted', async () => {
  const motion = await put(journey.village, talked, { body: 'POLL', form: 'named', text: '先埋牌坊到祠堂那一段' })
  const elder = await people.meet('elder')
  await elder.comes(`pages/vote/index?id=${motion}`)
  await elder.tap('赞成', 'radio')
  await elder.tap('我选好了：赞成')
  const { card } = await told(journey.village, 'elder', 'motion.view', { id: motion })
  await until(journey.village, card.closesAt)
  await elder.tap('投出：赞成')
  await elder.sees('投票截止了', '投票已经截止，您刚才选的没有投出，没有计入。')
  expect((await told(journey.village, 'elder', 'motion.view', { id: motion })).card).toMatchObject({ turnout: 0, voted: false })
})

test('without a network what was open stays to be read, and says that it is of before', async () => {
  const neighbour = await people.meet('household')
  await neighbour.comes(topicPage(talked))
  await neighbour.page.context().setOffline(true)
  await neighbour.sees('没有网络。能看到的是上次打开时的样子。', '老街的电线垂到屋檐', '走到哪一步了')
  await neighbour.tap('说几句')
  await neighbour.types('您的看法', '先把最低的那一根扎起来')
  await neighbour.tap('发出去')
  await neighbour.sees('没收到回音。再点一次就行，不会发两遍')
  await neighbour.page.context().setOffline(false)
  await neighbour.tap('再发一次')
  await neighbour.sees('说好了，大家看得到了', '先把最低的那一根扎起来')
  await neighbour.seesNot('没有网络')
})

test('what workers said is written down without a signal, outlives a dead battery, and reaches the village by itself', async () => {
  const special = await people.meet('special')
  const line = special.page.context()
  const writesDown = async (words: string) => {
    await special.types('他怎么说的', words)
    await special.tap(/^已读给他听/, 'checkbox')
    await special.tap('存好，下一条')
    await special.sees('没有网络。已存在手机里 1 条，有网会自动上传。')
  }
  await special.comes(`pages/committee/record?topic=${talked}`)
  await line.setOffline(true)
  await writesDown('下雨天电线冒火花')
  await line.setOffline(false)
  await special.seesNot('已存在手机里', '没有网络')
  await line.setOffline(true)
  await writesDown('宿舍门口那根最低，伸手就够到')
  await special.page.goto('about:blank')
  await line.setOffline(false)
  await special.comes('pages/committee/index')
  await special.sees('下雨天电线冒火花', '宿舍门口那根最低，伸手就够到')
  expect((await told(journey.village, 'resident', 'topic.view', { id: talked })).opinions).toHaveLength(2)
})
