import { beforeEach, expect, test } from 'vitest'
import { dist } from './built'
import { Phone } from './phone'
import { answeredFor, villageAtTheVote } from './story'

let story: Awaited<ReturnType<typeof villageAtTheVote>>
beforeEach(async () => { story = await villageAtTheVote() })
const opened = async (who: string, url: string) => {
  const phone = new Phone({ dist, answer: answeredFor(story.village, who) })
  await phone.launch(url)
  return phone
}

test('a nickname is set on the page of one\'s own data, and an office is refused there', async () => {
  const phone = await opened('elder', 'pages/mine/index')
  await phone.type('昵称', '陈书记')
  await phone.tap('用这个昵称')
  expect(phone.words).toContain('昵称不能像职务')
  await phone.type('昵称', '老梁')
  await phone.tap('用这个昵称')
  expect(phone.words).toContain('昵称改好了')
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
