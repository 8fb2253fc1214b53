import { beforeAll, describe, expect, test } from 'vitest'
import { dist } from './built'
import { pagesOf, Phone } from './phone'
import { granted } from '../../cloudfunctions/api/journeys/small-village'
import { answeredFor, villageAtTheVote, withAComingSession, withLaidRoll } from './story'

type Story = Awaited<ReturnType<typeof villageAtTheVote>>
type Ids = Story['ids'] & { readonly coming: string; readonly toPlan: string; readonly code: string; readonly laid: string }
interface Body {
  readonly name: string
  readonly input: Record<string, unknown>
}

/** What a page is there for, done by hand. */
interface Action {
  readonly page: string
  readonly who: string
  readonly at?: (ids: Ids) => string
  does(phone: Phone): Promise<void>
  /** What must have reached the server for it, with these words. */
  readonly asks?: readonly [name: string, told: (ids: Ids) => Record<string, unknown>]
  /** Where it leads. */
  readonly opens?: string
  /** The button to tap again where the answer was lost. */
  readonly again?: string | RegExp
  /** Where the answer was lost, the page looks for itself whether it was done, and says this. */
  readonly looks?: string
}

const actions: Action[] = [
  { page: 'pages/home/index', who: 'rep1', does: phone => phone.tap(/投票/), opens: 'pages/vote/index' },
  { page: 'pages/topics/index', who: 'elder', does: phone => phone.tap('祠堂前的石阶滑'), opens: 'pages/topic/index' },
  { page: 'pages/sessions/index', who: 'elder', does: phone => phone.tap('护栏议事会'), opens: 'pages/session/index' },
  { page: 'pages/notices/index', who: 'ahua', does: phone => phone.tap(/河边步道的护栏/), opens: 'pages/notice/index' },
  { page: 'pages/me/index', who: 'ahua', does: phone => phone.tap('我要提一件事'), opens: 'pages/raise/index' },
  {
    page: 'pages/topic/index',
    who: 'res20',
    at: ids => `id=${ids.open}`,
    does: phone => phone.tap('附议'),
    asks: ['topic.support', ids => ({ id: ids.open })],
    again: '附议',
  },
  {
    page: 'pages/vote/index',
    who: 'rep4',
    at: ids => `id=${ids.motion}`,
    again: /再投一次/,
    async does(phone) {
      await phone.tap('赞成')
      await phone.tap('我选好了：赞成')
      await phone.tap('投出：赞成')
    },
    asks: ['ballot.castSecret', ids => ({ motionId: ids.motion, choice: 'for' })],
  },
  {
    page: 'pages/notice/index',
    who: 'ahua',
    at: ids => `id=${ids.notice}`,
    does: phone => phone.tap(/来龙去脉/),
    opens: 'pages/topic/index',
  },
  {
    page: 'pages/raise/index',
    who: 'res21',
    again: '再交一次',
    async does(phone) {
      await phone.type('一句话说是什么事', '水塔的门锁坏了')
      await phone.type('说说怎么回事', '谁都进得去，孩子爬上去过。')
      await phone.type('在哪里', '后山水塔')
      await phone.tap('下一步')
      await phone.type('影响到谁', '放学的孩子')
      await phone.type('您觉得怎么办好', '换一把锁')
      await phone.tap('下一步')
      await phone.tap('交上去')
    },
    asks: ['topic.raise', () => ({ title: '水塔的门锁坏了', suggestion: '换一把锁' })],
  },
  { page: 'pages/raise/drafts', who: 'res22', does: phone => phone.tap('我要提一件事'), opens: 'pages/raise/index' },
  {
    page: 'pages/session/index',
    who: 'elder',
    at: ids => `id=${ids.coming}`,
    does: phone => phone.tap('我要到会场参加'),
    asks: ['session.signUp', ids => ({ id: ids.coming, how: 'hall' })],
    again: '我要到会场参加',
  },
  {
    page: 'pages/session/hall',
    who: 'moderator',
    at: ids => `id=${ids.coming}`,
    does: phone => phone.pass(6_000),
    asks: ['session.hall', ids => ({ id: ids.coming })],
  },
  {
    page: 'pages/session/code',
    who: 'moderator',
    at: ids => `kind=session&id=${ids.coming}`,
    does: phone => phone.tap('存下来打印'),
    asks: ['code.view', ids => ({ kind: 'session', id: ids.coming })],
  },
  { page: 'pages/moderator/index', who: 'moderator', does: phone => phone.tap(/：老榕树/), opens: 'pages/moderator/step' },
  {
    page: 'pages/moderator/step',
    who: 'moderator',
    at: ids => `id=${ids.waiting}&step=accept`,
    does: phone => phone.tap(/受理/),
    asks: ['topic.step', ids => ({ id: ids.waiting, step: 'accept' })],
    looks: '办好了',
  },
  {
    page: 'pages/village/petition',
    who: 'res20',
    at: ids => `topic=${ids.toPlan}`,
    async does(phone) {
      await phone.type('为什么', '开了会才定得下来')
      await phone.tap('发起，我先签名')
    },
    asks: ['petition.start', ids => ({ topicId: ids.toPlan, asks: 'assembly', reason: '开了会才定得下来' })],
    again: '发起，我先签名',
  },
  {
    page: 'pages/moderator/schedule',
    who: 'moderator',
    at: ids => `topic=${ids.toPlan}`,
    async does(phone) {
      await phone.type('地点', '村委会二楼')
      await phone.tap(/安排好，发邀/)
    },
    asks: ['session.schedule', ids => ({ topicId: ids.toPlan })],
    looks: '安排好了',
  },
  {
    page: 'pages/moderator/motion',
    who: 'moderator',
    at: ids => `topic=${ids.topic}`,
    async does(phone) {
      await phone.type(/要问大家什么/, '同意先装路口的 6 盏灯，花 2 万元')
      await phone.tap(/^村民代表会议村民选出/)
      await phone.tap(/^无记名/)
      await phone.tap('提请表决')
      await phone.tap('确定，发出去')
    },
    asks: ['motion.put', ids => ({ topicId: ids.topic, text: '同意先装路口的 6 盏灯，花 2 万元' })],
    looks: '已经提请表决',
  },
  {
    page: 'pages/moderator/register',
    who: 'recorder',
    async does(phone) {
      await phone.type('姓名', '朱大姐')
      await phone.tap('找人')
      expect(phone.words).toContain('朱大姐（5 组）')
    },
    asks: ['register.find', () => ({ name: '朱大姐' })],
  },
  { page: 'pages/moderator/log', who: 'moderator', does: phone => phone.pass(100), asks: ['case.log', () => ({})] },
  {
    page: 'pages/moderator/reach',
    who: 'moderator',
    at: ids => `notice=${ids.notice}`,
    async does(phone) {
      await phone.tap(/交给网格员/)
      await phone.tap(/卢网格/)
      await phone.tap('交给他')
    },
    asks: ['reach.assign', ids => ({ noticeId: ids.notice, workerId: 'grid' })],
  },
  // Needs the row before it: there these people were given to the grid worker.
  { page: 'pages/moderator/calls', who: 'grid', does: phone => phone.tap(/^已打电话/), asks: ['reach.mark', () => ({ way: 'called' })] },
  {
    page: 'pages/village/rules',
    who: 'committee',
    async does(phone) {
      await phone.tap(/^公示几天/)
      await phone.type(/改成多少/, '20')
      await phone.type(/为什么要改/, '多贴几天')
      await phone.tap(/提出来/)
    },
    asks: ['settings.propose', () => ({ id: 'postingDays', value: 20, reason: '多贴几天' })],
    again: /提出来/,
  },
  { page: 'pages/roll/index', who: 'committee', does: phone => phone.tap('更新名册：村民代表会议'), opens: 'pages/roll/import' },
  {
    page: 'pages/roll/import',
    who: 'committee',
    at: () => 'body=VRA',
    async does(phone) {
      await phone.pass(100)
      expect(phone.words).toContain('请在电脑上更新名册')
    },
    asks: ['roll.list', () => ({})],
  },
  {
    page: 'pages/roll/mine',
    who: 'res20',
    async does(phone) {
      await phone.tap('哪里不对：村民代表会议')
      await phone.type('怎么回事', '去年补选上的')
      await phone.tap('交上去')
    },
    asks: ['roll.dispute', () => ({ body: 'VRA', kind: 'missing', words: '去年补选上的' })],
    again: '交上去',
  },
  {
    page: 'pages/roll/change',
    who: 'supervisor',
    at: ids => `id=${ids.laid}`,
    does: phone => phone.tap('确认更新'),
    asks: ['roll.confirm', ids => ({ id: ids.laid, agrees: true })],
    again: '确认更新',
  },
  {
    page: 'pages/mine/index',
    who: 'ahua',
    async does(phone) {
      await phone.tap('备好一份')
      expect(phone.words).toContain('发到我的微信')
    },
    asks: ['data.part', () => ({})],
  },
  {
    page: 'pages/mine/bind',
    who: 'newcomer',
    at: ids => `code=${ids.code}`,
    does: phone => phone.tap('是我，登记'),
    asks: ['bind.take', ids => ({ code: ids.code, name: '' })],
    again: '是我，登记',
  },
  {
    page: 'pages/mine/household',
    who: 'ahua',
    async does(phone) {
      await phone.tap(/还没用微信登记/)
      await phone.tap('给他一个码')
      expect(phone.words).toContain('写他自己的姓名')
    },
    asks: ['household.invite', () => ({ personId: 'daughter' })],
  },
  {
    page: 'pages/vote/verify',
    who: 'ahua',
    at: ids => `id=${ids.motion}`,
    does: phone => phone.tap('回到表决结果'),
    opens: 'pages/vote/index',
  },
  {
    page: 'pages/file/index',
    who: 'ahua',
    at: ids => `id=${ids.topic}`,
    does: phone => phone.tap('复制全文'),
    asks: ['file.view', ids => ({ id: ids.topic })],
  },
  {
    page: 'pages/teller/index',
    who: 'moderator',
    at: ids => `id=${ids.hall}`,
    async does(phone) {
      await phone.tap('开始表决')
      await phone.tap('现在开始')
    },
    asks: ['vote.open', ids => ({ motionId: ids.hall })],
    again: '现在开始',
  },
  {
    page: 'pages/teller/count',
    who: 'recorder',
    at: ids => `id=${ids.counted}`,
    again: /交上去/,
    async does(phone) {
      await phone.tap('数第 1 叠')
      for (const [pile, n] of [
        ['赞成', '1'],
        ['反对', '1'],
        ['弃权', '0'],
        ['无效票', '0'],
      ] as const)
        await phone.type(`${pile}（张）`, n)
      await phone.tap('这一叠共 2 张，交上去')
    },
    asks: ['paper.count', ids => ({ motionId: ids.counted, batch: 1, found: { for: 1, against: 1, abstain: 0, invalid: 0 } })],
  },
  {
    page: 'pages/teller/proxy',
    who: 'recorder',
    at: ids => `id=${ids.hall}`,
    does: phone => phone.pass(100),
    asks: ['vote.hall', ids => ({ motionId: ids.hall })],
  },
  {
    page: 'pages/teller/sheet',
    who: 'recorder',
    at: ids => `id=${ids.counted}`,
    does: phone => phone.tap('复制全文'),
    asks: ['vote.sheet', ids => ({ motionId: ids.counted })],
  },
  { page: 'pages/committee/index', who: 'special', does: phone => phone.tap('记一条'), opens: 'pages/committee/record' },
  {
    page: 'pages/committee/record',
    who: 'special',
    at: ids => `topic=${ids.open}`,
    async does(phone) {
      await phone.type('他怎么说的', '下雨天坑里全是水，骑车摔过。')
      await phone.tap(/已读给他听/)
      await phone.tap('存好，下一条')
    },
    asks: ['opinion.record', () => ({ words: '下雨天坑里全是水，骑车摔过。' })],
  },
]

describe('in the mini-program the main action of each page reaches the hall', () => {
  let story: Story
  let ids: Ids
  beforeAll(async () => {
    story = await villageAtTheVote()
    const { session, toPlan } = await withAComingSession(story)
    // The roll first: laying it takes a while, and the code drawn after it is good for ten minutes only.
    const { laid } = await withLaidRoll(story)
    for (const id of ['son', 'daughter'])
      await story.village.store.put('people', {
        id,
        orgId: 'v1',
        name: `何${id}`,
        roles: ['resident', 'villager'],
        group: 3,
        householdId: 'h-ahua',
      })
    const { code } = granted(await story.village.as('recorder')('register.code', { personId: 'son' }))
    ids = { ...story.ids, coming: session, toPlan, code, laid }
  })
  const asked = (phone: Phone, name: string) => (phone.wx.asked as Body[]).filter(body => body.name === name)

  test('no page is left out', () => {
    expect(actions.map(action => action.page).sort()).toEqual([...pagesOf(dist).all].sort())
  })

  test.each(actions)('$page', async ({ page, who, at, does, asks, opens, again, looks }) => {
    const answer = answeredFor(story.village, who)
    let lost = 0
    let last: unknown
    // The first answer is lost on the way: what is sent the second time must be the same thing, and what was done must not be done twice.
    const phone = new Phone({
      dist,
      answer: async body => {
        const reply = await answer(body)
        if ((body as Body).name === asks?.[0]) last = reply
        if ((again ?? looks) && (body as Body).name === asks?.[0] && lost++ === 0) throw new Error('the answer did not arrive')
        return reply
      },
    })
    await phone.launch(`${page}?${at?.(ids) ?? ''}`)
    await does(phone)
    if (again) await phone.tap(again)
    if (opens) expect(phone.page).toBe(opens)
    if (asks) {
      const sent = asked(phone, asks[0]).map(body => body.input)
      expect(sent[0]).toMatchObject(asks[1](ids))
      expect(last).toMatchObject({ ok: true })
      if (again) expect(sent).toEqual([sent[0], sent[0]])
      if (looks) expect([phone.words.includes(looks), sent.length]).toEqual([true, 1])
    }
    expect(phone.complaints).toEqual([])
  })
})
