import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '@/contract'
import { told } from './support/ask'
import { crowd, type Person } from './support/person'
import { openJourney, shoot, type Journey } from './support/visit'

type Unit = Output<'vote.find'>['units'][number]

let journey: Journey
let people: ReturnType<typeof crowd>
let running = ''
let counted = ''
/** As two voters photographed them on the hall's device. */
const receipts: string[] = []
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  const { topics } = await told(journey.village, 'recorder', 'topic.list', { show: 'running' })
  const motionOn = async (words: string) => {
    const { motions } = await told(journey.village, 'recorder', 'topic.view', {
      id: topics.find(topic => topic.title.includes(words))?.id ?? '',
    })
    return motions[0]?.id ?? ''
  }
  running = await motionOn('地砖')
  counted = await motionOn('步道缺一段护栏')
})
afterAll(() => journey.close())

const hallPage = (id: string) => `pages/teller/index?id=${id}`
const countPage = (id: string) => `pages/teller/count?id=${id}`
const sheetPage = (id: string) => `pages/teller/sheet?id=${id}`
const votePage = (id: string) => `pages/vote/index?id=${id}`
const called = ({ name, group }: Unit) => `${name}（${group > 0 ? `${group} 组` : '不属于村民小组'}）`

/** People on the roll of the running vote who have not voted, found as a teller finds them. */
async function whoHasNotVoted(): Promise<Unit[]> {
  const { people: officers } = await told(journey.village, 'recorder', 'people.inOffice', {})
  const found: Unit[] = []
  for (const { name } of officers)
    found.push(
      ...(await told(journey.village, 'recorder', 'vote.find', { motionId: running, name })).units.filter(unit => unit.votedBy === null),
    )
  return [...new Map(found.map(unit => [unit.unitId, unit])).values()]
}

/** Finds a person by name at the desk; who has not come is entered. */
async function atTheDesk(teller: Person, unit: Unit): Promise<void> {
  await teller.types('姓名', unit.name)
  await teller.tap('找人')
  await teller.sees(called(unit))
  if (unit.arrivedAt === null) {
    await teller.tap(`登记到会：${called(unit)}`)
    await teller.sees(`✓ ${unit.name} 登记到会了`)
  }
}

test('the hall’s page says who has come, how far the quorum is, and by which ways the votes came in', async () => {
  const recorder = await people.meet('recorder')
  await recorder.comes(hallPage(running))
  await recorder.sees('应到', '78', '已到', /78 .*到了 \d+ .*达到/, '正在投票', '会场平板 14', '纸质票 12', '截止')
  await recorder.seesNot('赞成 ')
  await shoot(recorder.page, 'hall-vote')
  const resident = await people.meet('resident')
  await resident.comes(hallPage(running))
  await resident.sees('这里由主持人、记录员、计票人和监票人办')
})

test('two tellers count one batch apart, mend the difference, seal it; a supervisor confirms; outcome and sheet stand', async () => {
  const [recorder, leader, supervisor] = await people.all('recorder', 'leader', 'supervisor')
  await leader.comes(countPage(counted))
  await leader.sees('第 1 叠', '等您独立数一遍')
  await leader.seesNot('您数的', '票箱里', '收回 12')
  await leader.tap('第 1 叠：填我数的')
  for (const [pile, n] of [
    ['赞成', '７'],
    ['反对', '3'],
    ['弃权', '1'],
    ['无效票', '1'],
  ] as const)
    await leader.types(`${pile}（张）`, n)
  await leader.tap('这一叠共 12 张，交上去')
  await leader.sees('两人不一样', '有 2 项不一样', '差 1 张，您比对方少', '差 1 张，您比对方多')
  await shoot(leader.page, 'count-differs')
  await recorder.comes(countPage(counted))
  await recorder.sees('两人不一样', '差 1 张，您比对方多', '还有 1 叠没对上')
  await leader.tap('第 1 叠：改我填的')
  await leader.types('赞成（张）', '8')
  await leader.types('反对（张）', '2')
  await leader.tap('这一叠共 12 张，交上去')
  await leader.sees('两人一样')
  await recorder.comes(countPage(counted))
  await recorder.sees('✓ 对得上', /发出 13 = 收回 12 \+ 作废 1 \+ 没交回 0/)
  await shoot(recorder.page, 'count-agrees')
  await recorder.photographs('计票单照片')
  await recorder.tap('封票')
  await recorder.control('封票').last().tap()
  await recorder.sees('等监督委员确认。')
  await supervisor.comes(countPage(counted))
  await supervisor.sees('请把照片和上面的数字对一遍', '赞成 8，反对 2，弃权 1，无效票 1，共 12 张')
  await supervisor.tap('对得上，确认')
  await supervisor.tap('确认')
  await supervisor.sees('确认了')
  await journey.village.advance('PT30M')

  const resident = await people.meet('resident')
  await resident.comes(votePage(counted))
  await resident.sees('谁能投，谁投了', '能投的', /纸质票 12/, '无效票', '未交回', /发出 13，收回 12，作废 1，没交回 0/)
  await shoot(resident.page, 'hall-vote-outcome')
  await resident.tap(/^计票单/, 'link')
  await resident.sees('结果已出', /赞成 \d+ \+ 反对 \d+ \+ 弃权 \d+ \+ 无效 1 \+ 未交回 \d+ = 参加 54/)
  await resident.page.emulateMedia({ media: 'print' })
  const text = (await resident.reads()).replace(/\s+/g, ' ')
  for (const words of ['计票单', '示范数据', '应到', '78', '主持人签字', '监票人', '记录员签字', '名册 ', '正文 '])
    expect(text).toContain(words)
  expect(text).not.toContain('结果已出')
  await shoot(resident.page, 'tally-sheet-on-paper')
  const pdf = (await resident.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await resident.page.emulateMedia({ media: null })
  const pages = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))},${Math.round(Number(height))}`,
  )
  expect(pages).toEqual(['595,842'])
})

test('before its count the sheet is an empty form to write on', async () => {
  const recorder = await people.meet('recorder')
  await recorder.comes(sheetPage(running))
  await recorder.sees('还没计票，打印出来是空表', '发出＝收回＋作废＋没交回')
  await recorder.seesNot(/赞成 \d/)
  await shoot(recorder.page, 'tally-sheet-empty')
})

test('who took a paper ballot and tries the phone reads what happened and whom to ask; given back, the phone votes', async () => {
  const [leader, representative] = await people.all('leader', 'representative')
  const name = (await journey.village.identities()).find(({ id }) => id === 'representative')?.name ?? ''
  const [unit] = (await told(journey.village, 'recorder', 'vote.find', { motionId: running, name })).units
  if (!unit) throw new Error('the representative is not on the roll')
  await leader.comes(hallPage(running))
  await atTheDesk(leader, unit)
  await leader.tap(`发纸质票：${called(unit)}`)
  await leader.tap('发出去了')
  await leader.sees('领了纸质票，别的方式已经关上')
  await representative.comes(votePage(running))
  await representative.sees('您已经领了纸质票', '没写过的可以交回计票人', '请找会场的记录员或计票人')
  await representative.seesNot('先选一项', '投出')
  await shoot(representative.page, 'voted-on-paper-tries-the-phone')
  await leader.tap(`收回没写的票：${called(unit)}`)
  await leader.tap('没写过，收回')
  await leader.sees(`${unit.name} 的纸质票收回了`)
  await representative.comes(votePage(running))
  await representative.tap('赞成', 'radio')
  await representative.tap('我选好了：赞成')
  await representative.tap('投出：赞成')
  await representative.sees('您的票投好了')
  await leader.tap('找人')
  await leader.sees('已用手机投')
})

test('the hall’s device shows one voter the question and the receipt, and after each nothing is left on it', async () => {
  const recorder = await people.meet('recorder', { elder: false, width: 820, height: 1180 })
  const free = (await whoHasNotVoted()).slice(0, 2)
  expect(free).toHaveLength(2)
  await recorder.comes(hallPage(running))
  for (const unit of free) {
    await atTheDesk(recorder, unit)
    await recorder.tap(`用平板投：${called(unit)}`)
    await recorder.sees('请把平板交给', unit.name)
    await recorder.seesNot('找人', '应到')
    await recorder.tap('是我，开始投票')
    const helped = unit === free[1]
    if (helped) {
      await recorder.tap('有人帮我')
      await recorder.tap('家里人', 'radio')
      await recorder.types('帮忙的人姓名', '何小明')
      await recorder.tap('知道了，开始')
      await recorder.sees('何小明（家里人）在帮忙')
      await shoot(recorder.page, 'device-helped')
    }
    await recorder.tap('反对', 'radio')
    await recorder.tap('我选好了：反对')
    await recorder.sees('您选的是', '谁也看不到您选了什么')
    await recorder.tap(helped ? '我听清了，投出：反对' : '投出：反对')
    await recorder.sees('您的票投好了', '这是您的回执')
    await recorder.seesNot('反对')
    const receipt = /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(await recorder.reads())?.[0] ?? ''
    expect(receipt).not.toBe('')
    receipts.push(receipt)
    await shoot(recorder.page, 'device-receipt')
    await recorder.tap('回执拍好了，交回')
    await recorder.sees('请把平板还给计票人', '什么都没有留下')
    const left = await recorder.page.evaluate(
      () => document.documentElement.outerHTML + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href,
    )
    for (const gone of [receipt, receipt.replaceAll(' ', ''), '反对', 'against', '何小明']) expect(left).not.toContain(gone)
    await recorder.tap('我是计票人，继续')
    await recorder.sees('已用会场平板投')
  }
  expect(new Set(receipts).size).toBe(2)
  // Going back leads out of the page, not to a ballot; coming again shows the hall.
  await recorder.page.goBack()
  await recorder.seesNot('您的票投好了', '反对')
})

test('left alone for a minute the device warns and clears itself', async () => {
  const [unit] = await whoHasNotVoted()
  if (!unit) throw new Error('everybody has voted')
  const visitor = await journey.as('recorder', { elder: true })
  await visitor.page.clock.install()
  await visitor.open(hallPage(running))
  const { page } = visitor
  await page.getByRole('textbox', { name: '姓名' }).fill(unit.name)
  await page.getByRole('button', { name: '找人', exact: true }).tap()
  const arrive = page.getByRole('button', { name: `登记到会：${called(unit)}` })
  const take = page.getByRole('button', { name: `用平板投：${called(unit)}` })
  await take.or(arrive).first().waitFor()
  if (await arrive.isVisible()) await arrive.tap()
  await take.tap()
  await page.getByRole('button', { name: '是我，开始投票' }).tap()
  await page.getByRole('radio', { name: '赞成' }).tap()
  await page.clock.fastForward(45_000)
  await page.getByText(/秒没人动，就会清屏/).waitFor()
  await page.clock.fastForward(20_000)
  await page.getByText('请把平板还给计票人').waitFor()
  expect(await page.getByText('赞成').count()).toBe(0)
  expect(
    (await told(journey.village, 'recorder', 'vote.find', { motionId: running, name: unit.name })).units.find(
      one => one.unitId === unit.unitId,
    )?.votedBy,
  ).toBeNull()
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})

test('the moderator names who counts and who watches; before the host opens it a voter checks in by phone and waits', async () => {
  const [moderator, representative] = await people.all('moderator', 'representative')
  const { topics } = await told(journey.village, 'moderator', 'topic.list', { show: 'running' })
  const topic = topics.find(({ title }) => title.includes('遛狗'))?.id ?? ''
  await moderator.comes(`pages/moderator/motion?topic=${topic}`)
  await moderator.tap(/^村民代表会议/, 'radio')
  await moderator.tap(/^纸质票/, 'checkbox')
  await moderator.tap('提请表决')
  await moderator.sees('还要改一改：谁计票、谁监票', '请选两位计票人')
  const { people: officers } = await told(journey.village, 'moderator', 'people.inOffice', {})
  const nameOf = (role: string, but: readonly string[] = []) =>
    officers.find(({ roles, name }) => roles.includes(role) && !but.includes(name))?.name ?? ''
  const tellers = [nameOf('recorder'), nameOf('group_leader', [nameOf('recorder')])]
  for (const name of tellers) await moderator.tap(name, 'checkbox')
  const scrutineer = nameOf('supervisor')
  await moderator.tap(scrutineer, 'radio')
  await shoot(moderator.page, 'ways-to-vote')
  await moderator.tap('提请表决')
  await moderator.tap('确定，发出去')
  await moderator.sees('已经提请表决')
  const { motions } = await told(journey.village, 'moderator', 'topic.view', { id: topic })
  const put = motions[0]
  if (!put) throw new Error('no motion was put')
  expect((await told(journey.village, 'moderator', 'vote.sheet', { motionId: put.id })).signers).toEqual([
    '主持人',
    ...tellers.map(name => `计票人 ${name} `),
    `监票人 ${scrutineer} `,
    '记录员',
  ])

  const { now } = await told(journey.village, 'moderator', 'topic.view', { id: topic })
  await journey.village.advance(`PT${Math.ceil((put.opensAt - now) / 60_000) - 30}M`)
  await representative.comes(votePage(put.id))
  await representative.sees('表决还没有开始', '人到齐了，由主持人宣布开始')
  await representative.tap('我到了')
  await representative.sees('✓ 您到了', '等主持人宣布开始')
  await representative.seesNot('先选一项')
  await shoot(representative.page, 'checked-in')
  await journey.village.advance('PT40M')
  await moderator.comes(hallPage(put.id))
  await moderator.sees('还没开始', '还差 51 才到法定人数')
  expect(await moderator.control('开始表决').isDisabled()).toBe(true)
  await shoot(moderator.page, 'hall-gathering')
})

test('the receipt photographed on the hall’s device is found in the published list, on the voter’s own phone', async () => {
  const { village } = journey
  for (const who of ['recorder', 'leader'])
    await told(village, who, 'paper.count', { motionId: running, batch: 1, found: { for: 9, against: 2, abstain: 1, invalid: 0 } })
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  await told(village, 'recorder', 'count.seal', {
    motionId: running,
    sheetPhotoIds: [(await told(village, 'recorder', 'photo.add', { data: pixel })).id],
  })
  await told(village, 'supervisor', 'count.confirm', { motionId: running, yes: true })
  await village.advance('PT30M')
  const voter = await people.meet('elder')
  await voter.comes(votePage(running))
  await voter.tap('核对我的票')
  await voter.types('在会场平板投的，填回执', receipts[0] ?? '')
  await voter.tap('查这张回执')
  await voter.sees(/找到了。.*反对/)
  await voter.types('在会场平板投的，填回执', 'abcd')
  await voter.tap('查这张回执')
  await voter.sees('名单里没有这张回执')
})

test('no screen complained', () => {
  expect(people.complaints()).toEqual([])
})
