import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from './support/ask'
import { axe, overflow, smallPrint, smallTargets } from './support/audit'
import { crowd, type Person } from './support/person'
import { openJourney, shoot, type Journey } from './support/visit'

let journey: Journey
let people: ReturnType<typeof crowd>
let family: readonly { readonly id: string; readonly name: string }[]
beforeAll(async () => {
  journey = await openJourney()
  people = crowd(journey)
  family = (await told(journey.village, 'household', 'household.view', {})).members.filter(member => !member.bound)
  expect(family.length).toBeGreaterThan(0)
})
afterAll(() => journey.close())

const masked = (name: string) => `${[...name][0]}*`
/** The six digits that stand on the screen. */
async function digits(who: Person): Promise<string> {
  const said = await who.page
    .getByRole('img', { name: /^登记码 / })
    .filter({ visible: true })
    .getAttribute('aria-label')
  return (said ?? '').replace(/\D/g, '')
}

test('the family: the representative gives a code, the relative types it and a name, and is known; the desk sees it, lets go', async () => {
  const [head, relative, recorder] = await people.all('household', 'newcomer', 'recorder')
  const { name } = family[0]!
  await head.comes('pages/me/index')
  await head.tap(/^请家人登记/, 'link')
  await head.sees('只有您和议事厅看得到', name)
  await shoot(head.page, 'household')
  await head.tap(new RegExp(`^${name}`), 'link')
  await head.sees('登记错了人，议事厅会解开')
  await head.tap('给他一个码')
  await head.sees('写他自己的姓名', '还能用')
  await shoot(head.page, 'household-code')
  expect(await axe(head.page)).toEqual([])
  const code = await digits(head)

  await relative.comes('pages/me/index')
  await relative.sees('您还没有登记')
  await shoot(relative.page, 'guest-me')
  await relative.tap('用码登记')
  await relative.types('登记码', code)
  await shoot(relative.page, 'bind-typing')
  await relative.tap('下一步')
  await relative.sees(`您是“${masked(name)}”吗`, '家里的户代表')
  await relative.types('您的姓名', '何冒名')
  await relative.tap('是我，登记')
  await relative.sees('姓名和登记的不一样')
  await shoot(relative.page, 'bind-name')
  expect(await axe(relative.page)).toEqual([])
  await relative.types('您的姓名', name)
  await relative.tap('是我，登记')
  await relative.sees(`登记好了，您是“${masked(name)}”`)
  await shoot(relative.page, 'bind-done')
  await relative.tap('去看看村里的事')
  await relative.comes('pages/me/index')
  await relative.sees(masked(name), '我要提一件事')

  await recorder.comes('pages/moderator/register')
  await recorder.sees('家里人请来的', name)
  await shoot(recorder.page, 'families')
  await recorder.tap(new RegExp(`^${name}`), 'link')
  await recorder.sees('投过的票、说过的话都还在')
  await shoot(recorder.page, 'release')
  expect(await axe(recorder.page)).toEqual([])
  await recorder.tap('解开')
  await recorder.sees('已解开')
  await relative.comes('pages/me/index')
  await relative.sees('您还没有登记')
})

test('at the desk: the clerk gives a code, the person scans it with the phone’s own camera, and reads later who vouched', async () => {
  const [recorder, person] = await people.all('recorder', 'newcomer')
  const { id, name } = family[0]!
  await recorder.comes('pages/moderator/register')
  await recorder.types('姓名', name)
  await recorder.tap('找人')
  const { people: found } = await told(journey.village, 'recorder', 'register.find', { name })
  const { group } = found.find(one => one.id === id)!
  await recorder.page
    .getByRole('link', { name: new RegExp(`^${name}（${group} 组）`) })
    .filter({ visible: true })
    .first()
    .tap()
  await recorder.sees('证件上的号码不要记')
  await shoot(recorder.page, 'desk-person')
  await recorder.tap('给他一个码')
  await recorder.sees('只能用一次', '还能用')
  expect(await recorder.page.getByRole('img', { name: '登记码，可以扫' }).filter({ visible: true }).count()).toBe(1)
  await shoot(recorder.page, 'desk-code')
  expect(await axe(recorder.page)).toEqual([])
  const code = await digits(recorder)

  // What the code holds, as the camera opens it.
  await person.comes(`pages/home/index?scene=b.${code}`)
  await person.sees(`您是“${masked(name)}”吗`, '（记录员）给的码，当面看过您的证件')
  await shoot(person.page, 'bind-desk')
  await person.tap('是我，登记')
  await person.sees('登记好了')
  await person.comes('pages/mine/index')
  await person.tap('登记上的改动', 'link')
  await person.sees('用微信登记，当面看过身份证件', '给了登记码', '解开微信，登记错了人', '用微信登记，家里人请的')
  await shoot(person.page, 'own-register')
})

test('a code that is none says so; who represents nobody is told whose this is; it all fits an elder’s narrow phone', async () => {
  const elder = await people.meet('stranger', { elder: true, width: 320, height: 640 })
  await elder.comes('pages/mine/bind')
  await elder.types('登记码', '000000')
  await elder.tap('下一步')
  await elder.sees('请再要一个')
  await shoot(elder.page, 'bind-elder')
  expect({
    smallPrint: await smallPrint(elder.page, 18),
    hardToTap: await smallTargets(elder.page, 60),
    sticksOut: await overflow(elder.page),
  }).toEqual({ smallPrint: [], hardToTap: [], sticksOut: [] })
  await elder.comes('pages/mine/household')
  await elder.sees('这里由户代表来办')
  expect(people.complaints()).toEqual([])
})
