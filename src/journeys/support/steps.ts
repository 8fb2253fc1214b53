import { expect } from 'vitest'
import type { Person, Words } from './person'

/** The id in the address of the page that stands open. */
export function idOnScreen({ page }: Person): string {
  const id = /[?&](?:id|topic)=([^&]+)/.exec(page.url())?.[1]
  if (!id) throw new Error(`no id in ${page.url()}`)
  return decodeURIComponent(id)
}

export const topicPage = (id: string): string => `pages/topic/index?id=${id}`

export interface Matter {
  readonly title: string
  readonly what: string
  readonly where: string
  readonly affected: string
  readonly suggestion: string
  readonly category: string
}

/** Writes a matter in three steps, up to the button that hands it in. */
export async function writesMatter(
  who: Person,
  { title, what, where, affected, suggestion, category }: Matter,
  photo: boolean,
): Promise<void> {
  await who.types('一句话说是什么事', title)
  await who.types('说说怎么回事', what)
  await who.types('在哪里', where)
  await who.tap('下一步')
  await who.types('影响到谁', affected)
  await who.types('您觉得怎么办好', suggestion)
  await who.tap(category, 'radio')
  if (photo) await who.photographs()
  await who.tap('下一步')
  await who.sees('看一遍，交上去', title, what, where, affected, suggestion)
}

/** Hands in what stands there, and comes to its page. */
export async function handsIn(who: Person): Promise<string> {
  await who.tap('交上去')
  await who.sees('交好了', /议事厅 \d+月\d+日前答复您/)
  await who.tap('看这件事走到哪了')
  return idOnScreen(who)
}

/** Goes to the workbench through 我的 and taps a button of a card there, further down where it must. */
export async function tapsOnDesk(who: Person, name: string): Promise<void> {
  await who.comes('pages/me/index')
  await who.tap(/^工作台/, 'link')
  await who.sees('等我办')
  while ((await who.control(name).count()) === 0 && (await who.control('再看一些').count()) > 0) await who.tap('再看一些')
  await who.tap(name)
}

/** Takes a step of the topic from its page; `fill` fills in its form. */
export async function takes(who: Person, id: string, step: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
  await who.comes(topicPage(id))
  await who.tap(step)
  await fill()
  await who.tap(step)
  await who.sees(`“${step}”办好了`)
}

/** Lays a step before its second key. */
export async function proposes(who: Person, id: string, step: string, fill: () => Promise<void>): Promise<void> {
  await who.comes(topicPage(id))
  await who.tap(step)
  await fill()
  await who.tap(`提交：${step}`)
}

/** The second key, from the workbench: reads what was proposed, says yes, and is asked once more. */
export async function confirms(who: Person, title: string, step: string, ...reading: readonly Words[]): Promise<void> {
  await tapsOnDesk(who, `看一看，确认或退回：${title}`)
  await who.sees(`确认：${step}`, ...reading)
  await who.tap('确认')
  await who.sees(`确认“${step}”吗`)
  await who.tap('确认生效')
  await who.sees(`“${step}”已确认`)
}

/** Says something on a topic, or answers what begins so. */
export async function says(who: Person, id: string, words: string, answering?: string): Promise<void> {
  await who.comes(topicPage(id))
  await who.tap(answering === undefined ? '说几句' : new RegExp(`^回复.*${answering.slice(0, 12)}`))
  await who.types('您的看法', words)
  await who.tap('发出去')
  await who.sees('说好了，大家看得到了', words)
}

/** The stops of the topic's road, as they are read out: 「已完成」, 「正在进行」 or 「还没到」 before each. */
export async function roadOf(who: Person, id: string): Promise<readonly string[]> {
  await who.comes(topicPage(id))
  const stops = await who.page.getByRole('list', { name: '走到哪一步了' }).getByRole('listitem').all()
  expect(stops.length).toBeGreaterThan(0)
  return Promise.all(stops.map(async stop => (await stop.getAttribute('aria-label')) ?? ''))
}
