import type { Locator, Page } from 'playwright-core'
import type { Journey, Look, Visitor } from './visit'

/** Words on the screen: all of them, or a pattern in them. */
export type Words = string | RegExp
type Control = 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch'

/**
 * Someone at their phone: what a thumb does there, and what the eyes find. Where either is missing, the failure says what stood on the
 * screen instead.
 */
export interface Person {
  readonly identity: string | null
  readonly visitor: Visitor
  readonly page: Page
  /** Opens the app anew at this page, as from a message: what stands there is of this moment. */
  comes(address: string): Promise<void>
  /** Taps what is called so, whole; a pattern finds it by a part of its name. */
  tap(name: Words, as?: Control): Promise<void>
  /** Types into the field of this label. */
  types(label: string, words: string): Promise<void>
  /** Sets a day or a time. */
  sets(label: string, value: string): Promise<void>
  /** Takes a photo: the file chooser opens and is given a picture. `of` where a form asks for several kinds. */
  photographs(of?: string): Promise<void>
  sees(...all: readonly Words[]): Promise<void>
  seesNot(...any: readonly Words[]): Promise<void>
  /** Sees it at once: it stands within the screen, and nothing lies over it. */
  seesAtOnce(words: Words): Promise<void>
  /** The words now on the screen. */
  reads(): Promise<string>
  control(name: Words, as?: Control): Locator
}

/** All words that can be seen, in one line. */
const readAll = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '))

const touches = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as Window & { readonly touchesMet?: readonly string[] }).touchesMet ?? [])

const startingWith = (label: string): RegExp => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** People of one village, each with one phone, kept for all of a journey. */
export function crowd(journey: Journey) {
  const met = new Map<string, Person>()
  async function meet(identity: string | null, look: Look = {}): Promise<Person> {
    const name = `${identity} ${JSON.stringify(look)}`
    const known = met.get(name) ?? withPhone(identity, await journey.as(identity, look))
    met.set(name, known)
    return known
  }
  return {
    meet,
    /** Several at once. */
    all: <const Names extends readonly string[]>(...names: Names) =>
      Promise.all(names.map(name => meet(name))) as unknown as Promise<{ -readonly [N in keyof Names]: Person }>,
    /** What any of their browsers complained about, and whose it was. */
    complaints: (): readonly string[] =>
      [...met.values()].flatMap(({ identity, visitor }) => visitor.complaints.map(said => `${identity}: ${said}`)),
  }
}

export function withPhone(identity: string | null, visitor: Visitor): Person {
  const { page } = visitor
  const control = (name: Words, as: Control = 'button') => page.getByRole(as, { name, exact: true }).filter({ visible: true })

  async function trying<Result>(deed: string, act: () => Promise<Result>): Promise<Result> {
    try {
      return await act()
    } catch (fault) {
      const [why] = String(fault).split('\n')
      throw new Error(
        `${identity} could not ${deed} at ${page.url().split('#')[1]}: ${why}\nOn the screen: ` +
          `${(await readAll(page)).slice(0, 2500)}\nTouches: ${(await touches(page)).join(' · ')}`,
      )
    }
  }
  const waitFor = (words: Words, there: boolean) =>
    page.waitForFunction(
      ([source, pattern, there]) => {
        const text = document.body.innerText.replace(/\s+/g, ' ')
        return (pattern ? new RegExp(source).test(text) : text.includes(source)) === there
      },
      [typeof words === 'string' ? words : words.source, typeof words !== 'string', there] as const,
    )

  return {
    identity,
    visitor,
    page,
    control,
    reads: () => readAll(page),
    async comes(address) {
      const before = page.url()
      await visitor.open(address)
      if (before.includes('#')) {
        await page.reload()
        await visitor.settled()
      }
    },
    tap: (name, as) =>
      trying(`tap ${name}`, async () => {
        await control(name, as).tap()
        await visitor.settled()
      }),
    types: (label, words) =>
      trying(`type into ${label}`, async () => {
        const field = page.getByRole('textbox', { name: startingWith(label) }).filter({ visible: true })
        await field.fill(words)
        // As a finger does that puts the keyboard away first: what moves with the field has moved before the next tap.
        await field.blur()
        await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      }),
    sets: (label, value) => trying(`set ${label}`, () => page.getByLabel(startingWith(label)).filter({ visible: true }).fill(value)),
    photographs: of =>
      trying('take a photo', async () => {
        const among = of === undefined ? page : page.getByRole('group', { name: of, exact: true }).filter({ visible: true })
        const buffer = await page.screenshot({ type: 'jpeg', quality: 60 })
        const chooser = page.waitForEvent('filechooser')
        await among
          .getByRole('button', { name: /^加照片/ })
          .filter({ visible: true })
          .tap()
        await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
        await among
          .getByRole('button', { name: /^删去.* \d+$/ })
          .filter({ visible: true })
          .last()
          .waitFor()
        await waitFor('正在上传', false)
      }),
    async sees(...all) {
      for (const words of all) await trying(`see ${words}`, () => waitFor(words, true))
    },
    seesAtOnce: words =>
      trying(`see ${words} without scrolling`, async () => {
        const place = page.getByText(words).filter({ visible: true }).first()
        await place.waitFor()
        const held = await place.elementHandle()
        await page.waitForFunction(each => {
          const { left, top, width, height } = (each as Element).getBoundingClientRect()
          const over = document.elementFromPoint(left + width / 2, top + height / 2)
          return over !== null && (each as Element).contains(over)
        }, held)
      }),
    async seesNot(...any) {
      for (const words of any) await trying(`be without ${words}`, () => waitFor(words, false))
    },
  }
}
