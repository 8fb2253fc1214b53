import type { Page } from 'playwright-core'

/** Words that a box of a fixed size cuts off, though nobody can scroll to them. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    for (const each of document.querySelectorAll<HTMLElement>('#app *')) {
      const words = (each.innerText ?? '').trim()
      if (!words || each.getClientRects().length === 0) continue
      const { overflowX, overflowY, textOverflow } = getComputedStyle(each)
      const wide = overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1
      const high = overflowY === 'hidden' && each.scrollHeight > each.clientHeight + 1
      if ((wide || high) && textOverflow !== 'ellipsis')
        found.push(`<${each.tagName.toLowerCase()} class="${each.className}"> ${words.slice(0, 40)}`)
    }
    return found
  })
