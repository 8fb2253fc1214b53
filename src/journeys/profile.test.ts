import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './support/audit'
import { told } from './support/ask'
import { crowd, type Person } from './support/person'
import { topicPage } from './support/steps'
import { openJourney, type Journey } from './support/visit'

let journey: Journey
let people: ReturnType<typeof crowd>
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
})
afterAll(() => journey.close())

const pictures = ({ page }: Person) => page.locator('img[src*="/files/"]').filter({ visible: true })
const drawn = (who: Person) => pictures(who).evaluateAll(all => all.filter(each => (each as HTMLImageElement).naturalWidth > 0).length)

async function chooses(who: Person, button: string): Promise<void> {
  const buffer = await who.page.screenshot({ type: 'jpeg', quality: 60 })
  const chooser = who.page.waitForEvent('filechooser')
  await who.tap(button)
  await (await chooser).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer })
}

async function talkedAbout(): Promise<string> {
  for (const { id } of (await told(journey.village, 'resident', 'topic.list', { show: 'running' })).topics)
    if ((await told(journey.village, 'resident', 'topic.view', { id })).discussion.open) return id
  throw new Error('the demo village has no topic that is talked about')
}

test('one sets a nickname and a picture; neighbours see both once somebody looked; put away, one reads why and asks again', async () => {
  const [resident, moderator, neighbour, supervisor] = await people.all('resident', 'moderator', 'elder', 'supervisor')
  await resident.comes('pages/mine/index')
  await resident.sees('可以不放头像')
  await chooses(resident, '放头像')
  await resident.sees('大家还看不到')
  await resident.types('昵称', '阿泉')
  await resident.tap('用这个昵称')
  await resident.sees('阿泉（周*）')
  expect(await drawn(resident)).toBe(1)
  expect(await axe(resident.page)).toEqual([])
  await resident.comes('pages/me/index')
  await resident.sees('阿泉（周*）')
  expect(await drawn(resident)).toBe(1)

  const talking = await talkedAbout()
  await resident.comes(topicPage(talking))
  await resident.tap('说几句')
  await resident.types('您的看法', '晚上真的看不见路')
  await resident.tap(/显示我的名字/, 'switch')
  await resident.tap('发出去')
  await resident.sees('说好了，大家看得到了')
  await neighbour.comes(topicPage(talking))
  await neighbour.sees('阿泉（周*）', '晚上真的看不见路')
  const before = await drawn(neighbour)

  await moderator.comes('pages/moderator/index')
  await moderator.sees('头像 · 机器没查成')
  await moderator.tap('没问题，放出来：一张头像')
  await moderator.sees('这一条看过了')
  await neighbour.comes(topicPage(talking))
  await neighbour.sees('阿泉（周*）')
  await neighbour.page.getByText('晚上真的看不见路').scrollIntoViewIfNeeded()
  await expect.poll(() => drawn(neighbour)).toBe(before + 1)
  expect(await axe(neighbour.page)).toEqual([])

  await neighbour.tap('举报：晚上真的看不见路')
  await neighbour.tap('昵称', 'radio')
  await neighbour.tap('做广告、拉生意', 'radio')
  await neighbour.tap('交给主持人看')
  await neighbour.sees('收到了，24 小时内有人看')
  await moderator.comes('pages/moderator/index')
  await moderator.tap('收起来：阿泉')
  await moderator.tap('做广告、拉生意', 'radio')
  await moderator.tap('收起来，把原因告诉他')
  await moderator.sees('收起来了，原因已告诉写的人')
  await neighbour.comes(topicPage(talking))
  await neighbour.sees('晚上真的看不见路')
  await neighbour.seesNot('阿泉')

  await resident.comes('pages/mine/index')
  await resident.sees('昵称“阿泉”收起来了：做广告、拉生意')
  await resident.tap('不服，请监督委员看看：昵称')
  await resident.types('为什么不服', '就是小名')
  await resident.tap('交给监督委员')
  await resident.sees('您不服，监督委员')
  await supervisor.comes('pages/moderator/index')
  await supervisor.sees('昵称，本人不服：就是小名')
  await supervisor.tap('放回来：阿泉')
  await supervisor.types('写给他看', '是小名，可以用')
  await supervisor.tap('定了，告诉他')
  await supervisor.sees('放回来了')
  await resident.comes('pages/mine/index')
  await resident.sees('阿泉（周*）')
  await resident.tap('去掉头像')
  await resident.sees('头像去掉了', '可以不放头像')
  expect(await drawn(resident)).toBe(0)
  expect(people.complaints()).toEqual([])
})
