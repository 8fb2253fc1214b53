import { beforeEach, expect, test } from 'vitest'
import { pixel } from '../../cloudfunctions/api/journeys/small-village'
import { dist } from './built'
import { Phone } from './phone'
import { answeredFor, villageAtTheVote } from './story'

let story: Awaited<ReturnType<typeof villageAtTheVote>>
beforeEach(async () => {
  story = await villageAtTheVote()
})
const opened = async (who: string, url: string) => {
  const phone = new Phone({ dist, answer: answeredFor(story.village, who) })
  await phone.launch(url)
  return phone
}

test("a nickname is set on the page of one's own data, and an office is refused there", async () => {
  const phone = await opened('elder', 'pages/mine/index')
  await phone.type('昵称', '陈书记')
  await phone.tap('用这个昵称')
  expect(phone.words).toContain('昵称不能像职务')
  await phone.type('昵称', '老梁')
  await phone.tap('用这个昵称')
  expect(phone.words).toContain('昵称改好了')
})

test('a picture is taken from WeChat’s own button, made small, shown, and taken away; saying no to WeChat changes nothing', async () => {
  const phone = await opened('elder', 'pages/mine/index')
  await phone.choosesAvatar('放头像', { errMsg: 'chooseAvatar:fail cancel' })
  expect(phone.words).toContain('可以不放头像')
  phone.wx.files['http://tmp/me.png.small'] = pixel
  await phone.choosesAvatar('放头像', { avatarUrl: 'http://tmp/me.png' })
  expect(phone.words).toContain('头像换好了')
  expect(phone.words).toContain('大家还看不到')
  await phone.choosesAvatar('换头像', { avatarUrl: 'http://tmp/not-there.png' })
  expect(phone.words).toContain('这张用不了，请换一张')
  await phone.tap('去掉头像')
  expect(phone.words).toContain('可以不放头像')
})

test('what is wrong is said there, and answered at the register', async () => {
  const phone = await opened('elder', 'pages/mine/index')
  await phone.tap('哪里不对？')
  await phone.tap('村民小组')
  await phone.type('应该是什么', '写错了，我是 4 组的')
  await phone.tap('告诉议事厅')
  expect(phone.words).toContain('送到议事厅了')
  const desk = await opened('recorder', 'pages/moderator/register')
  await desk.tap(/梁伯：村民小组/)
  await desk.type('写给他看', '核对过了，改成 4 组')
  await desk.tap('改好了')
  expect(desk.words).toContain('答复写给他了')
})
