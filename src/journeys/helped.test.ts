import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { axe, overflow, smallPrint, smallTargets } from './support/audit'
import { clipped } from './support/clipping'
import { crowd, type Person } from './support/person'
import { put, talkedAbout } from './support/shortcuts'
import { openJourney, shoot, type Journey } from './support/visit'

const question = '早市摊位往南挪十米，给消防车让路'
const narrow = { width: 320, height: 640 }

let journey: Journey
let people: ReturnType<typeof crowd>
let motion = ''
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  motion = await put(journey.village, await talkedAbout(journey.village, '早市摊位挡住了消防通道'), {
    body: 'POLL',
    form: 'secret',
    text: question,
  })
})
afterAll(() => journey.close())

/** An elder's eyes and thumb, whatever size was chosen: somebody helps, so it is large. */
async function fits({ page }: Person): Promise<void> {
  expect({
    smallPrint: await smallPrint(page, 18),
    hardToTap: await smallTargets(page, 60),
    sticksOut: await overflow(page),
    clipped: await clipped(page),
  }).toEqual({ smallPrint: [], hardToTap: [], sticksOut: [], clipped: [] })
}
/** A browser without a voice says nothing: what it is given to say is kept. */
const listens = ({ page }: Person) =>
  page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    Object.assign(window.speechSynthesis, {
      speak: (words: SpeechSynthesisUtterance) => {
        heard.push(words.text)
      },
    })
  })
const heard = ({ page }: Person) => page.evaluate(() => (window as unknown as { heard: string[] }).heard.at(-1))

test('an elder is helped: who helps is said, the rules are read, all is heard, the choice too, a tap of its own casts it', async () => {
  const elder = await people.meet('elder', narrow)
  await listens(elder)
  await elder.comes(`pages/vote/index?id=${motion}`)
  await elder.sees(question, '无记名')
  await shoot(elder.page, 'helped-0-before')
  await elder.tap('有人帮我')
  await elder.sees('可以读给他听、讲给他听', '不能代选', '选了什么不记')
  await elder.tap('知道了，开始')
  await elder.sees('请点是谁来帮忙')
  await elder.tap('村里的工作人员', 'radio')
  await elder.sees('网格员')
  await shoot(elder.page, 'helped-1-who')
  expect(await axe(elder.page)).toEqual([])
  await elder.page
    .getByRole('radio', { name: /网格员/ })
    .filter({ visible: true })
    .first()
    .tap()
  await elder.tap('知道了，开始')

  await elder.sees(question, '在帮忙，只读、只讲')
  expect(await heard(elder)).toContain(`${question}。无记名投票`)
  await fits(elder)
  await shoot(elder.page, 'helped-2-question')
  await elder.tap('看明白了，去选')
  await elder.seesNot('名册')
  expect(await heard(elder)).toBe('请您自己选。您可以选赞成、反对，或者弃权。')
  await fits(elder)
  await shoot(elder.page, 'helped-3-choose')
  await elder.tap('赞成', 'radio')
  await elder.tap('我选好了：赞成')
  await elder.sees('您选的是 赞成')
  expect(await heard(elder)).toContain('您选的是：赞成。')
  await elder.tap('再想想')
  await elder.tap('反对', 'radio')
  await elder.tap('我选好了：反对')
  expect(await heard(elder)).toContain('您选的是：反对。')
  expect((await told(journey.village, 'elder', 'motion.view', { id: motion })).card.voted).toBe(false)
  await fits(elder)
  await shoot(elder.page, 'helped-4-back')
  expect(await axe(elder.page)).toEqual([])
  await elder.tap('我听清了，投出：反对')
  await elder.sees('您的票投好了', '帮忙读、讲，记下来了', '谁也看不到')
  await fits(elder)
  await shoot(elder.page, 'helped-5-cast')
  await elder.comes('pages/mine/index')
  await elder.tap('投过的票', 'link')
  await elder.sees(`${question}：无记名，只记了投过`, '帮忙')
})

test('a neighbour is helped by a relative, by name, without elder mode; a telephone number is no name', async () => {
  const neighbour = await people.meet('household')
  await listens(neighbour)
  await neighbour.comes(`pages/vote/index?id=${motion}`)
  await neighbour.tap('有人帮我')
  await neighbour.tap('家里人', 'radio')
  await neighbour.types('帮忙的人姓名', '13800001234')
  await neighbour.tap('知道了，开始')
  await neighbour.sees('像是有电话号码')
  await neighbour.types('帮忙的人姓名', '何小明')
  await neighbour.tap('知道了，开始')
  await neighbour.sees('何小明（家里人）在帮忙')
  await fits(neighbour)
  await shoot(neighbour.page, 'helped-6-large')
  await neighbour.tap('看明白了，去选')
  await neighbour.tap('换人')
  await neighbour.tap('没有人帮了')
  await neighbour.sees('有人帮我')
  await neighbour.tap('有人帮我')
  await neighbour.tap('知道了，开始')
  await neighbour.tap('弃权', 'radio')
  await neighbour.tap('我选好了：弃权')
  await neighbour.tap('我听清了，投出：弃权')
  await neighbour.sees('您的票投好了', '何小明（家里人）帮忙')
})

test('who watches over the vote sees at once who helped how many; everybody, after the count, how many were helped', async () => {
  const [supervisor, resident] = await people.all('supervisor', 'resident')
  await supervisor.comes(`pages/vote/index?id=${motion}`)
  await supervisor.sees('有 2 人请人帮忙', '网格员', '何小明（家里人）', '帮了 1 人')
  await shoot(supervisor.page, 'helped-7-supervisor')
  await resident.comes(`pages/vote/index?id=${motion}`)
  await resident.seesNot('请人帮忙')
  await journey.village.advance('P4D')
  await resident.comes(`pages/vote/index?id=${motion}`)
  await resident.sees('有 2 人请人帮忙')
  await resident.seesNot('何小明')
  await shoot(resident.page, 'helped-8-settled')
  expect(people.complaints()).toEqual([])
})
