import { beforeAll, expect, test } from 'vitest'
import { sceneOf } from '@/domain/resident/scene'
import { dist } from './built'
import { pagesOf, Phone, type PhoneSetup } from './phone'
import { answeredFor, villageAtTheVote } from './story'

let story: Awaited<ReturnType<typeof villageAtTheVote>>
beforeAll(async () => {
  story = await villageAtTheVote()
})

async function opened(url: string, setup: Partial<PhoneSetup> = {}): Promise<Phone> {
  const phone = new Phone({ dist, answer: answeredFor(story.village, 'ahua'), ...setup })
  await phone.launch(url)
  return phone
}

test('a new version takes over when the person says so, and what is half written is there afterwards', async () => {
  const phone = await opened('pages/raise/index')
  await phone.type('一句话说是什么事', '桥头的栏杆断了一截')
  phone.wx.owner.confirms = false
  phone.wx.updateFetched()
  await phone.rest()
  expect(phone.wx.shown.modals).toHaveLength(1)
  expect(phone.wx.updates.applied).toBe(0)
  phone.wx.owner.confirms = true
  phone.wx.updateFetched()
  await phone.rest()
  expect(phone.wx.updates.applied).toBe(1)
  const again = await opened('pages/raise/index', { storage: phone.storage })
  expect(again.values()).toContain('桥头的栏杆断了一截')
})

test('WeChat set to large type opens in large type, until the person chooses otherwise here', async () => {
  const phone = await opened('pages/home/index', { fontSize: 23.8 })
  expect(phone.named('大字，已打开').length).toBeGreaterThan(0)
  await phone.tap('大字，已打开')
  const again = await opened('pages/home/index', { fontSize: 23.8, storage: phone.storage })
  expect(again.named('大字，已打开')).toHaveLength(0)
})

test.each([
  [23.8, 1],
  [22, 1],
  [19, 0],
  [16, 0],
])('type of %s px in WeChat: large here %s', async (fontSize, large) => {
  expect((await opened('pages/home/index', { fontSize })).named('大字，已打开')).toHaveLength(large)
})

test('one lost answer to a look goes unnoticed', async () => {
  const answer = answeredFor(story.village, 'ahua')
  let lost = 0
  const phone = await opened('pages/topics/index', {
    answer: body => ((body as { name: string }).name === 'topic.list' && lost++ === 0 ? Promise.reject(new Error('lost')) : answer(body)),
  })
  expect(lost).toBe(2)
  expect(phone.words).not.toMatch(/再试|重试/)
})

test('a notice can be passed on, to a friend and to the timeline, with nothing of who passes it', async () => {
  const phone = await opened(`pages/notice/index?id=${story.ids.notice}`)
  expect(phone.wx.shown.sharing).toBe(true)
  const toFriend = phone.share('onShareAppMessage') as { title: string; path: string }
  expect(toFriend.title).toContain('村口到小学的路灯')
  expect(toFriend.path).toBe(`/pages/notice/index?id=${encodeURIComponent(story.ids.notice)}`)
  expect(phone.share('onShareTimeline')).toMatchObject({ title: toFriend.title, query: `id=${encodeURIComponent(story.ids.notice)}` })
  expect(JSON.stringify(toFriend)).not.toMatch(/阿华|ahua|rep1/)
})

test('a notice that cannot be seen is not offered', async () => {
  const phone = await opened('pages/notice/index?id=nowhere')
  expect(phone.wx.shown.sharing).toBe(false)
})

test('nothing else can be passed on, a vote least of all', async () => {
  for (const page of pagesOf(dist).all.filter(page => page !== 'pages/notice/index')) {
    const phone = await opened(
      `${page}?id=` +
        `${page.startsWith('pages/vote/') ? story.ids.motion : page.startsWith('pages/session/') ? story.ids.session : story.ids.topic}` +
        `&topic=${story.ids.topic}`,
    )
    expect([page, phone.share('onShareAppMessage'), phone.share('onShareTimeline'), phone.wx.shown.sharing]).toEqual([
      page,
      null,
      null,
      false,
    ])
  }
})

test('in the timeline a notice is read by whoever passes by, and offers nothing that WeChat would not open there', async () => {
  const phone = await opened(`pages/notice/index?id=${story.ids.notice}`, { scene: 1154, answer: answeredFor(story.village, null) })
  expect(phone.words).toContain('村口到小学的路灯')
  expect(phone.named('看这件事的来龙去脉')).toHaveLength(0)
  const cut = await opened(`pages/notice/index?id=${story.ids.notice}`, {
    scene: 1154,
    answer: () => Promise.reject(new Error('no cloud for who is not logged in')),
  })
  expect(cut.words).toContain('前往小程序')
  expect(cut.named('再试')).toHaveLength(0)
})

test('a code opens the topic, the door of the session, or the page to become known on; back leads home', async () => {
  const { topic, session } = story.ids
  const atTopic = await opened(`pages/home/index?scene=${encodeURIComponent(sceneOf({ kind: 'topic', id: topic }) ?? '')}`, { scene: 1047 })
  expect(atTopic.page).toBe('pages/topic/index')
  expect(atTopic.words).toContain('村口到小学的路灯')
  await atTopic.back()
  expect(atTopic.page).toBe('pages/home/index')
  const atDoor = await opened(`pages/home/index?scene=${encodeURIComponent(sceneOf({ kind: 'session', id: session }) ?? '')}`, {
    scene: 1047,
  })
  expect(atDoor.page).toBe('pages/session/index')
  expect((await opened(`pages/home/index?scene=${sceneOf({ kind: 'bind', id: '012345' })}`, { scene: 1047 })).page).toBe('pages/mine/bind')
  for (const nowhere of ['x', '%E0%A4%A', ''])
    expect((await opened(`pages/home/index?scene=${nowhere}`, { scene: 1047 })).page).toBe('pages/home/index')
})

test('scanning opens what is ours, refuses what is not in words, and says nothing to who put the camera away', async () => {
  const phone = await opened('pages/sessions/index')
  await phone.tap('扫一扫')
  expect(phone.page).toBe('pages/sessions/index')
  phone.wx.owner.scans = { result: 'https://pay.example.org/x' }
  await phone.tap('扫一扫')
  expect(phone.words).toContain('这不是议事厅的码')
  phone.wx.owner.scans = { path: `pages/home/index?scene=${encodeURIComponent(sceneOf({ kind: 'session', id: story.ids.session }) ?? '')}` }
  await phone.tap('扫一扫')
  expect(phone.page).toBe('pages/session/index')
})
