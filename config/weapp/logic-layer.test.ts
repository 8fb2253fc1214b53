import { beforeAll, describe, expect, test } from 'vitest'
import { dist } from './built'
import { measureListPage, type ListPage } from './measure'
import { pagesOf, Phone } from './phone'
import { countNodes, deepest } from './render'
import { answeredFor, villageAtTheVote } from './story'

type Story = Awaited<ReturnType<typeof villageAtTheVote>>
let story: Story
beforeAll(async () => {
  story = await villageAtTheVote()
})

/** Each page, who opens it, and a word of what must then stand on it. */
const openings: [page: string, who: string | null, query: (ids: Story['ids']) => string, says: RegExp][] = [
  ['pages/home/index', 'rep1', () => '', /路灯/],
  ['pages/topics/index', 'elder', () => '', /文化楼前的路面坑洼|老榕树|祠堂/],
  ['pages/sessions/index', 'elder', () => '', /议事/],
  ['pages/notices/index', null, () => '', /公示/],
  ['pages/me/index', 'ahua', () => '', /小村 3 组/],
  ['pages/topic/index', 'ahua', ids => `id=${ids.topic}`, /村口到小学的路灯/],
  ['pages/vote/index', 'rep1', ids => `id=${ids.motion}`, /24 盏路灯/],
  ['pages/vote/verify', 'ahua', ids => `id=${ids.motion}`, /请在电脑上重数/],
  ['pages/notice/index', 'ahua', ids => `id=${ids.notice}`, /路灯/],
  ['pages/raise/index', 'ahua', () => '', /下一步/],
  ['pages/raise/drafts', 'ahua', () => '', /草稿/],
  ['pages/session/index', 'elder', ids => `id=${ids.session}`, /路灯议事会/],
  ['pages/session/hall', 'moderator', ids => `id=${ids.session}`, /路灯议事会/],
  ['pages/session/code', 'moderator', ids => `kind=session&id=${ids.session}`, /存下来打印/],
  ['pages/moderator/index', 'moderator', () => '', /老榕树/],
  ['pages/moderator/step', 'moderator', ids => `id=${ids.waiting}&step=return`, /退回/],
  ['pages/moderator/schedule', 'moderator', ids => `topic=${ids.topic}`, /议事会/],
  ['pages/moderator/motion', 'moderator', ids => `topic=${ids.topic}`, /表决/],
  ['pages/moderator/reach', 'moderator', ids => `notice=${ids.notice}`, /要告知/],
  ['pages/moderator/register', 'recorder', () => '', /身份证件/],
  ['pages/moderator/log', 'moderator', () => '', /还没有记录/],
  ['pages/village/petition', 'ahua', ids => `topic=${ids.topic}`, /联名/],
  ['pages/village/rules', 'ahua', () => '', /公示几天：15 天/],
  ['pages/mine/index', 'ahua', () => '', /都记了什么/],
  ['pages/mine/bind', null, () => '', /登记码/],
  ['pages/mine/household', 'ahua', () => '', /只有您一位/],
  ['pages/file/index', 'ahua', ids => `id=${ids.topic}`, /公示栏验证码/],
  ['pages/roll/index', 'ahua', () => '', /村民代表会议/],
  ['pages/roll/import', 'committee', () => 'body=VRA', /请在电脑上更新名册/],
  ['pages/roll/change', 'ahua', () => 'id=nothing', /没有找到/],
  ['pages/roll/mine', 'ahua', () => '', /您家的户代表是/],
  ['pages/moderator/calls', 'grid', () => '', /眼下没有要您告知的人/],
  ['pages/teller/index', 'moderator', ids => `id=${ids.hall}`, /应到.*已到.*开始表决/],
  ['pages/teller/count', 'recorder', ids => `id=${ids.counted}`, /发出 2/],
  ['pages/teller/proxy', 'recorder', ids => `id=${ids.hall}`, /不能委托别人投/],
  ['pages/teller/sheet', 'recorder', ids => `id=${ids.counted}`, /发出纸票/],
  ['pages/committee/index', 'special', () => '', /记一条/],
  ['pages/committee/record', 'special', ids => `topic=${ids.topic}`, /他怎么说的/],
]

describe('the logic layer draws every page', () => {
  test('no page is left out', () => {
    expect(openings.map(([page]) => page).sort()).toEqual([...pagesOf(dist).all].sort())
  })
  test.each(openings)('%s', async (page, who, query, says) => {
    const phone = new Phone({ dist, answer: answeredFor(story.village, who) })
    await phone.launch(`${page}?${query(story.ids)}`)
    const mine = phone.calls.filter(call => call.page === page)
    expect(mine.length).toBeGreaterThan(0)
    expect(phone.words).toMatch(says)
    expect(phone.complaints).toEqual([])
    // WeChat's own advice for a page: under 1,000 nodes, under 30 levels deep, under 256 KB set at once.
    expect(countNodes(phone.screen)).toBeLessThan(1000)
    expect(deepest(phone.screen)).toBeLessThan(30)
    for (const call of mine) expect(call.bytes).toBeLessThan(256_000)
  })
  test('where nothing answers, the page says so and offers to try again', async () => {
    const phone = new Phone({ dist, answer: () => Promise.reject(new Error('no network')) })
    await phone.launch('pages/topics/index')
    const before = phone.wx.asked.length
    await phone.tap(/再试|重试/)
    expect(phone.wx.asked.length).toBeGreaterThan(before)
  })
})

describe('a list of twenty stays light on a cheap phone', () => {
  let list: ListPage
  beforeAll(async () => {
    list = await measureListPage(dist)
    process.stdout.write(`list page: ${JSON.stringify(list)}\n`)
  })
  test('twenty topics cross to the screen in one call of at most 10 KB', () => {
    expect(list.items).toBe(20)
    expect(list.calls).toBe(1)
    expect(list.bytes).toBeLessThanOrEqual(10_000)
  })
  test('they are at most 250 nodes', () => {
    expect(list.nodes).toBeGreaterThan(60)
    expect(list.nodes).toBeLessThanOrEqual(250)
  })
  test('one number that changes costs at most 200 bytes', () => {
    expect(list.bytesForOneNumber).toBeGreaterThan(0)
    expect(list.bytesForOneNumber).toBeLessThanOrEqual(200)
  })
})
