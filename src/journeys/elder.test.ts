import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { overflow, smallPrint, smallTargets } from './support/audit'
import { clipped } from './support/clipping'
import { votes } from './support/deciding'
import { crowd, type Person } from './support/person'
import { put, talkedAbout } from './support/shortcuts'
import { writesMatter } from './support/steps'
import { openJourney, type Journey } from './support/visit'

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
    form: 'named',
    text: question,
  })
})
afterAll(() => journey.close())

/** An elder's eyes and thumb: words of 18 px and more, targets of 60, and nothing cut off, on the narrowest phone. */
async function fits({ page }: Person): Promise<void> {
  expect({
    smallPrint: await smallPrint(page, 18),
    hardToTap: await smallTargets(page, 60),
    sticksOut: await overflow(page),
    clipped: await clipped(page),
  }).toEqual({ smallPrint: [], hardToTap: [], sticksOut: [], clipped: [] })
}
const radios = ({ page }: Person) => page.getByRole('radio').filter({ visible: true }).count()

test('an elder makes everything large with one tap on the first screen, and finds it large again', async () => {
  const elder = await people.meet('elder', narrow)
  await elder.comes('pages/home/index')
  expect(await smallPrint(elder.page, 18)).not.toEqual([])
  await elder.tap('大字')
  await fits(elder)
  await elder.comes('pages/home/index')
  expect(await elder.control('大字，已打开').count()).toBe(1)
  for (const tab of ['议题', '议事', '公示', '我的']) {
    await elder.tap(new RegExp(`^${tab}`), 'link')
    await fits(elder)
  }
})

test('a vote is one thing per screen: the question, the choice, and the choice said back; it can be heard, and changed', async () => {
  const elder = await people.meet('elder', narrow)
  await elder.page.addInitScript(() => {
    // A browser without a voice says nothing: what it is given to say is kept.
    const heard: string[] = []
    Object.assign(window, { heard })
    Object.assign(window.speechSynthesis, {
      speak: (words: SpeechSynthesisUtterance) => {
        heard.push(words.text)
      },
    })
  })
  await elder.comes('pages/home/index')
  await elder.tap(new RegExp(question))
  await elder.sees(question, '记名', '这次只作参考')
  expect(await radios(elder)).toBe(0)
  await fits(elder)
  await elder.tap('读给我听')
  expect(await elder.page.evaluate(() => (window as unknown as { heard: string[] }).heard.join())).toContain(`${question}。记名投票`)

  await elder.tap('看明白了，去选')
  await elder.seesNot('这次只作参考', '名册')
  expect(await radios(elder)).toBe(3)
  await fits(elder)
  await elder.tap('赞成', 'radio')
  await elder.tap('我选好了：赞成')
  await elder.sees(question, '您选的是 赞成', '截止前可以改，以最后一次为准')
  expect(await radios(elder)).toBe(0)
  await fits(elder)
  await elder.tap('再想想')
  await elder.tap('反对', 'radio')
  await elder.tap('我选好了：反对')
  await elder.sees('您选的是 反对')
  await elder.tap('投出：反对')
  await elder.sees('您的票投好了', '您投的是：反对')
  await fits(elder)

  await elder.tap('改一改我的选择')
  await elder.tap('赞成', 'radio')
  await elder.tap('我选好了：赞成')
  await elder.tap('投出：赞成')
  await elder.sees('您投的是：赞成')
  expect(await told(journey.village, 'elder', 'motion.view', { id: motion })).toMatchObject({ mine: 'for', card: { turnout: 1 } })
})

test('a word cut off would be noticed', async () => {
  const elder = await people.meet('elder', narrow)
  await elder.page.evaluate(() => {
    const box = document.createElement('div')
    box.innerHTML = '<div style="width:60px;height:20px;overflow:hidden">这一句话放不进这个格子</div>'
    document.querySelector('#app')?.append(box)
  })
  expect((await clipped(elder.page)).join()).toContain('放不进')
})

test('a neighbour who sees everything at once hears the choice back in a dialog', async () => {
  const neighbour = await people.meet('household')
  await neighbour.comes(`pages/vote/index?id=${motion}`)
  await votes(neighbour, '弃权')
  await neighbour.sees('您投的是：弃权')
})

test('a matter is raised in large type, on the narrowest phone, without a word cut off', async () => {
  const elder = await people.meet('elder', narrow)
  await elder.comes('pages/raise/index')
  await fits(elder)
  await writesMatter(
    elder,
    {
      title: '活动室门口的台阶太高',
      what: '腿脚不好的人上不去。',
      where: '老年活动室门口',
      affected: '来活动室的老人',
      suggestion: '加一条扶手',
      category: '养老育儿',
    },
    true,
  )
  await fits(elder)
  await elder.tap('交上去')
  await elder.sees('交好了', '台阶太高')
  await fits(elder)
})

test('no screen complained', () => {
  expect(people.complaints()).toEqual([])
})
