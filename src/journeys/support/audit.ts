import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical on this screen, in words one can act on. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  )
  return violations
    .filter(found => found.impact === 'serious' || found.impact === 'critical')
    .flatMap(found =>
      found.nodes.map(
        node => `${found.id}: ${node.html.slice(0, 200)} — ${(node.failureSummary ?? '').split('\n').slice(1, 2).join('').trim()}`,
      ),
    )
}

/** Elements that stick out of the screen sideways; what scrolls inside a strip of its own does not count. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const name = (each: Element) =>
      `<${each.tagName.toLowerCase()} class="${each.getAttribute('class') ?? ''}"> ${(each.textContent ?? '').slice(0, 40)}`
    const clipped = (each: Element): boolean => {
      for (let up = each.parentElement; up && up !== document.body; up = up.parentElement) {
        if (up.classList.contains('screen')) return false
        if (getComputedStyle(up).overflowX !== 'visible') return true
      }
      return false
    }
    const out = [...document.body.querySelectorAll('#app *')]
      .filter(each => {
        const box = each.getBoundingClientRect()
        return box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1) && !clipped(each)
      })
      .map(name)
    return document.documentElement.scrollWidth > width + 1
      ? [`the page is ${document.documentElement.scrollWidth} wide on a screen of ${width}`, ...out]
      : out
  })

/** Things to tap that a thumb would miss: less than `least` px high or wide. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(least => {
    const shown = (each: Element) => each.getClientRects().length > 0 && getComputedStyle(each).visibility !== 'hidden'
    return [
      ...document.querySelectorAll(
        '#app button, #app a, #app input:not([type=hidden]), #app textarea, #app [role=button], #app ' +
          '[role=link], #app [role=tab], #app [role=radio], #app [role=checkbox], #app [role=switch]',
      ),
    ]
      .filter(shown)
      .filter(each => {
        const box = each.getBoundingClientRect()
        return box.width < least - 0.5 || box.height < least - 0.5
      })
      .map(each => {
        const box = each.getBoundingClientRect()
        return (
          `${Math.round(box.width)}×${Math.round(box.height)} ` +
          `${each.getAttribute('aria-label') ?? (each.textContent ?? '').slice(0, 30)} <` +
          `${each.tagName.toLowerCase()} class="${each.getAttribute('class') ?? ''}">`
        )
      })
  }, least)

/** Words set smaller than an eye of that age can read. */
export const smallPrint = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(least => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.querySelector('#app') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = (node.textContent ?? '').trim()
      const holder = node.parentElement
      if (!words || !holder || holder.getClientRects().length === 0) continue
      const size = parseFloat(getComputedStyle(holder).fontSize)
      if (size < least) found.push(`${size}px ${words.slice(0, 30)}`)
    }
    return found
  }, least)
