import { afterAll, beforeAll, expect, test } from 'vitest'
import { declaredPages, nameOfPage, openings, type Opening } from './support/addresses'
import { axe, overflow, smallPrint, smallTargets } from './support/audit'
import { openJourney, shoot, type Journey } from './support/visit'

let journey: Journey
let all: Opening[]
beforeAll(async () => {
  journey = await openJourney()
  all = await openings(journey.village)
})
afterAll(() => journey.close())

test('no page is left out', async () => {
  expect(new Set(all.map(({ address }) => nameOfPage(address)))).toEqual(new Set(await declaredPages()))
})

/** What is wrong with the page as it stands there, in words. */
async function faults({ as, address, what, wall }: Opening, elder: boolean): Promise<string[]> {
  const [wide, narrow] = wall
    ? [
        { width: 1920, height: 1080 },
        { width: 1280, height: 720 },
      ]
    : [
        { width: 390, height: 844 },
        { width: 320, height: 640 },
      ]
  const visitor = await journey.as(as, { elder, ...wide })
  const { page } = visitor
  const found: string[] = []
  const note = (kind: string, each: readonly string[]) =>
    found.push(...each.map(one => `${what}${elder ? ' (elder)' : ''} ${kind}: ${one}`))
  await visitor.open(address)
  await shoot(page, `${what}${elder ? '-elder' : ''}`)
  note('axe', await axe(page))
  note(`sticks out at ${wide.width}`, await overflow(page))
  note('hard to tap', await smallTargets(page, elder ? 60 : 44))
  note('small print', await smallPrint(page, elder ? 18 : 13))
  note('could not be shown', await page.getByRole('button', { name: '再试' }).allTextContents())
  await page.setViewportSize(narrow)
  note(`sticks out at ${narrow.width}`, await overflow(page))
  note('complains', visitor.complaints)
  await visitor.leave()
  return found
}

test.each([
  ['as everyone sees it', false],
  ['in elder mode', true],
] as const)(
  'every page, %s, is accessible, fits the phone, and can be tapped',
  async (_, elder) => {
    const left = [...all]
    const found: string[] = []
    // Two phones at once: one is drawn while the other is judged.
    await Promise.all(
      [1, 2].map(async () => {
        for (let opening = left.shift(); opening; opening = left.shift()) found.push(...(await faults(opening, elder)))
      }),
    )
    expect(found).toEqual([])
  },
  900_000,
)

test('the audits can fail', async () => {
  const visitor = await journey.as('resident')
  await visitor.open('pages/home/index')
  await visitor.page.evaluate(() => {
    const screen = document.querySelector('#app .screen')
    const bad = document.createElement('div')
    bad.innerHTML = '<button style="width:20px;height:20px"></button><div style="width:900px;font-size:9px">太小的字</div>'
    screen?.append(bad)
  })
  expect((await axe(visitor.page)).join()).toContain('button-name')
  expect((await smallTargets(visitor.page, 44)).join()).toContain('20×20')
  expect((await overflow(visitor.page)).join()).toContain('太小的字')
  expect((await smallPrint(visitor.page, 13)).join()).toContain('太小的字')
  await visitor.leave()
})
