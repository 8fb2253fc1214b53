import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { overflow, smallPrint, smallTargets } from './support/audit'
import { clipped } from './support/clipping'
import { crowd, type Person } from './support/person'
import { drawKey, put, talkedAbout } from './support/shortcuts'
import { idOnScreen, topicPage } from './support/steps'
import { day, minute, now, until } from './support/time'
import { openJourney, shoot, type Journey } from './support/visit'

const surfaces = ['沥青路面，12 万元', '水泥路面，9 万元', '青石路面，20 万元，从祠堂门口一直铺到榕树头，两边留出排水沟'] as const
const votePage = (id: string) => `pages/vote/index?id=${id}`

let journey: Journey
let people: ReturnType<typeof crowd>
let topic = ''
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  topic = await talkedAbout(journey.village, '村道坑坑洼洼要重铺')
})
afterAll(() => journey.close())

/** Nothing too small for an elder, nothing cut off. */
async function fits({ page }: Person, elder: boolean): Promise<void> {
  expect({
    hardToTap: await smallTargets(page, elder ? 60 : 44),
    smallPrint: elder ? await smallPrint(page, 18) : [],
    sticksOut: await overflow(page),
    clipped: await clipped(page),
  }).toEqual({ hardToTap: [], smallPrint: [], sticksOut: [], clipped: [] })
}

/** The other representatives vote, one option after another, each by so many. */
async function othersVote(motionId: string, counts: Readonly<Record<string, number>>): Promise<void> {
  let voter = 0
  const { person } = await told(journey.village, 'representative', 'me.view', {})
  for (const [choice, times] of Object.entries(counts)) {
    for (let cast = 0; cast < times; ) {
      voter += 1
      const who = `demo-rep-${voter}`
      const me = await told(journey.village, who, 'me.view', {})
      if (me.person?.name === person?.name) continue
      await told(journey.village, who, 'ballot.cast', { motionId, choice })
      cast += 1
    }
  }
}

test('three options: none has more than half, the two foremost are voted on again, and one of them passes', async () => {
  const [moderator, voter] = await people.all('moderator', 'representative')
  await moderator.comes(topicPage(topic))
  await moderator.tap('提请表决')
  await moderator.tap(/^村民代表会议/, 'radio')
  await moderator.types('要问大家什么', '村道用哪种路面')
  await moderator.tap(/^几个方案选一个/, 'radio')
  await moderator.types('方案 1', surfaces[0])
  await moderator.types('方案 2', surfaces[0])
  await moderator.tap('再加一个方案')
  await moderator.types('方案 3', surfaces[2])
  await moderator.tap(/^记名/, 'radio')
  await moderator.tap('提请表决')
  await moderator.sees('还要改一改：怎么回答', '不能写得一样')
  await moderator.types('方案 2', surfaces[1])
  await moderator.sees('几个方案选一个，也可以弃权')
  await shoot(moderator.page, 'options-form')
  await moderator.tap('提请表决')
  await moderator.tap('确定，发出去')
  await moderator.sees('已经提请表决')
  await moderator.tap('看这项表决')
  const first = await idOnScreen(moderator)
  const { card } = await told(journey.village, 'representative', 'motion.view', { id: first })
  await until(journey.village, card.opensAt)

  await voter.comes(votePage(first))
  await voter.sees('没有一项够数，票数在前的再投一轮')
  await voter.tap(surfaces[0], 'radio')
  await fits(voter, false)
  await shoot(voter.page, 'one-paper')
  await voter.tap('我选好了：沥青路面，12 万元')
  await voter.sees('您选的是“沥青路面，12 万元”，现在投出吗？')
  await shoot(voter.page, 'one-confirm')
  await voter.tap('投出：沥青路面，12 万元')
  await voter.sees('您的票投好了')
  await othersVote(first, { a: 21, b: 20, c: 12 })
  await until(journey.village, card.closesAt + 2 * minute)

  await voter.comes(votePage(first))
  await voter.sees('没有一项够数，再投一轮', '进第二轮', '22 票', '20 票', '等议事厅主持人定下时间')
  await fits(voter, false)
  await shoot(voter.page, 'one-second-ballot')
  const elder = await people.meet('representative', { elder: true })
  await elder.comes(votePage(first))
  await fits(elder, true)
  await shoot(elder.page, 'one-second-ballot-elder')

  await moderator.comes('pages/home/index')
  await moderator.sees('没有一项够数，请提请第二轮表决')
  await moderator.comes(votePage(first))
  await moderator.tap('提请第二轮表决')
  await moderator.sees('只要定下时间', surfaces[0], surfaces[1])
  await moderator.seesNot(surfaces[2])
  await shoot(moderator.page, 'second-form')
  await moderator.tap('提请第二轮表决')
  await moderator.tap('确定，发出去')
  await moderator.sees('已经提请表决')
  await moderator.tap('看这项表决')
  const second = await idOnScreen(moderator)
  const again = (await told(journey.village, 'representative', 'motion.view', { id: second })).card
  await until(journey.village, again.opensAt)

  await voter.comes(votePage(first))
  await voter.tap('看第二轮')
  await voter.sees('这是第二轮')
  await voter.tap(surfaces[1], 'radio')
  await voter.tap('我选好了：水泥路面，9 万元')
  await voter.tap('投出：水泥路面，9 万元')
  await voter.sees('您的票投好了')
  await othersVote(second, { a: 23, b: 30 })
  await until(journey.village, again.closesAt + 2 * minute)
  await voter.comes(votePage(second))
  await voter.sees(`“${surfaces[1]}”过半数`, '31 票', '您投的是：水泥路面')
  await voter.tap('看名单并重数')
  await voter.sees('和公布的一样')
  await shoot(voter.page, 'one-passed')
})

test.each([false, true])(
  'views in three ways at one meeting, large type %s: each on its own paper, one leads on to the next, and nothing says 通过',
  async elder => {
    const { rev } = await told(journey.village, 'moderator', 'topic.view', { id: topic })
    const opensAt = (await now(journey.village)) + 2 * minute
    const options = [...surfaces]
    const [approve, rank, score] = [drawKey(), drawKey(), drawKey()]
    await told(journey.village, 'moderator', 'motion.put', {
      id: approve,
      topicId: topic,
      rev,
      text: '哪几种路面您能接受',
      method: 'approve',
      options,
      body: 'POLL',
      form: 'secret',
      opensAt,
      closesAt: opensAt + day,
      agenda: [
        { id: rank, text: '最想先铺哪一种', method: 'rank', options },
        { id: score, text: '给每种路面打个分', method: 'score', options },
      ],
    })
    await until(journey.village, opensAt)
    const who = await people.meet(elder ? 'elder' : 'household', { elder })
    const mode = elder ? '-elder' : ''
    const onPaper = async (at: number) => {
      await who.sees(`第 ${at} 题，共 3 题`)
      if (elder) await who.tap('看明白了，去选')
    }
    const castIt = async () => {
      await who.tap('我选好了')
      await who.sees('您选的')
      await fits(who, elder)
      await shoot(who.page, `confirm-${(await idOnScreen(who)) === rank ? 'rank' : 'other'}${mode}`)
      await who.tap('投出')
      await who.sees('您的票投好了')
    }

    await who.comes(votePage(approve))
    await onPaper(1)
    await who.tap(surfaces[0], 'checkbox')
    await who.tap(surfaces[2], 'checkbox')
    await fits(who, elder)
    await shoot(who.page, `approve-paper${mode}`)
    await castIt()
    await who.tap('下一题')

    await onPaper(2)
    await who.tap(surfaces[2], 'checkbox')
    await who.tap(surfaces[0], 'checkbox')
    await who.tap(`第 1：${surfaces[2]}`, 'checkbox')
    await who.tap(surfaces[1], 'checkbox')
    await who.sees('第 1', '第 2')
    await fits(who, elder)
    await shoot(who.page, `rank-paper${mode}`)
    await castIt()
    await who.tap('下一题')

    await onPaper(3)
    for (const [option, points] of [
      [surfaces[0], '5 分'],
      [surfaces[1], '0 分'],
    ] as const)
      await who.page
        .getByRole('radiogroup', { name: `${option}，打几分` })
        .filter({ visible: true })
        .getByRole('radio', { name: points, exact: true })
        .tap()
    await who.sees('还没打')
    await fits(who, elder)
    await shoot(who.page, `score-paper${mode}`)
    await castIt()
    await who.sees('共 3 题，您都投好了')

    for (const [n, other] of ['resident', 'migrant', 'representative'].entries())
      for (const [id, choices] of [
        [approve, ['a', 'a+b', 'c']],
        [rank, ['a>b>c', 'c', 'b>a']],
        [score, ['a=4,b=2,c=1', 'c=5', 'abstain']],
      ] as const)
        await told(journey.village, other, 'ballot.castSecret', {
          motionId: id,
          choice: choices[n] ?? 'abstain',
          receiptHash: `${drawKey()}${drawKey()}`,
        })
    await until(journey.village, opensAt + day + 2 * minute)
    for (const [id, name] of [
      [approve, 'approve'],
      [rank, 'rank'],
      [score, 'score'],
    ] as const) {
      await who.comes(votePage(id))
      await who.sees('意见已汇总', '最多')
      await who.seesNot('通过')
      await shoot(who.page, `${name}-result${mode}`)
      await who.tap('核对我的票')
      await who.sees('找到了', '和公布的一样')
      await fits(who, elder)
      await shoot(who.page, `${name}-checked${mode}`)
    }
  },
)

test('a vote of three answers is as it was', async () => {
  const id = await put(journey.village, topic, { body: 'POLL', form: 'named', text: '今年就动工' })
  const who = await people.meet('household')
  await who.comes(votePage(id))
  await who.tap('赞成', 'radio')
  await who.tap('我选好了：赞成')
  await who.sees('您选的是“赞成”，现在投出吗？')
})

test('no browser complained', () => {
  expect(people.complaints()).toEqual([])
})
