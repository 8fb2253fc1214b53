import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { openVillage, type Village } from './village'
import { chromiumFlags } from '../../../config/browser'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
    loadedVillage: string
  }
}

export interface Look {
  readonly elder?: boolean
  readonly width?: number
  readonly height?: number
}

/** Someone with a phone in hand. */
export interface Visitor {
  readonly page: Page
  /** What the browser complained about: errors on its console, scripts that failed, answers of the server that are faults. */
  readonly complaints: readonly string[]
  /** Opens a page of the app by its address, e.g. `pages/topic/index?id=…`, and waits until it stands still. */
  open(address: string): Promise<void>
  /** Until nothing is asked of the server any more and no skeleton is shown. */
  settled(): Promise<void>
  leave(): Promise<void>
}

/** A village of its own and a browser to visit it with. */
export interface Journey {
  readonly village: Village
  /** A phone in this person's hand; null: a passer-by whom the village does not know. */
  as(identity: string | null, look?: Look): Promise<Visitor>
  close(): Promise<void>
}

/** Where pictures are kept for who wants to look at them; without a folder none are taken, since nothing is proved by them. */
const shots = process.env['SHOTS_DIR']

export async function openJourney(): Promise<Journey> {
  const data = mkdtempSync(path.join(tmpdir(), 'village-journey-'))
  cpSync(inject('loadedVillage'), data, { recursive: true })
  const village = await openVillage(data)
  const browser = await chromium.launch({ executablePath: inject('chromium'), args: chromiumFlags })
  return {
    village,
    as: async (identity, look = {}) => visit(await newPhone(browser, village.address, identity, look), village.address),
    async close() {
      await browser.close()
      try {
        await village.close()
      } finally {
        rmSync(data, { recursive: true, force: true })
      }
    },
  }
}

/** A phone in this person's hand, with what the app itself would have kept on it, in the wrapping that Taro gives it. */
async function newPhone(
  browser: Browser,
  address: string,
  identity: string | null,
  { elder = false, width = 390, height = 844 }: Look,
): Promise<BrowserContext> {
  const keep = (name: string, value: unknown) => ({ name, value: JSON.stringify({ data: JSON.stringify(value) }) })
  const localStorage = [...(identity === null ? [] : [keep('demo-identity', identity)]), ...(elder ? [keep('elder', true)] : [])]
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    storageState: { cookies: [], origins: [{ origin: address, localStorage }] },
  })
  await context.addInitScript(rememberTouches)
  return context
}

async function visit(context: BrowserContext, address: string): Promise<Visitor> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  let asking = 0
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => complaints.push(`script: ${error.stack ?? error.message}`))
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', () => {
    asking++
  })
  page.on('requestfinished', () => {
    asking--
  })
  page.on('requestfailed', () => {
    asking--
  })

  async function settled(): Promise<void> {
    await page.waitForFunction(() => [...document.querySelectorAll('#app .screen')].some(screen => screen.getClientRects().length > 0))
    // Still means: for a few frames in a row nothing is under way and nothing says that it is.
    for (let still = 0; still < 3; ) {
      const busy = await page.evaluate(
        () =>
          new Promise<boolean>(resolve =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                resolve([...document.querySelectorAll('[aria-busy=true]')].some(each => each.getClientRects().length > 0)),
              ),
            ),
          ),
      )
      still = busy || asking > 0 ? 0 : still + 1
    }
  }
  return {
    page,
    complaints,
    settled,
    async open(route) {
      await page.goto(`${address}/#/${route.replace(/^\//, '')}`)
      await settled()
    },
    leave: () => context.close(),
  }
}

/** In the browser: what the last touches met. A tap that came to nothing is understood by what it hit, and by what became of its click. */
function rememberTouches(): void {
  const met: string[] = []
  Object.assign(window, { touchesMet: met })
  for (const kind of ['touchstart', 'touchend', 'touchcancel', 'click', 'input', 'focusin', 'visibilitychange', 'popstate']) {
    window.addEventListener(
      kind,
      event => {
        const { target } = event
        const words =
          target instanceof HTMLElement
            ? `${target.tagName} ${(target.getAttribute('aria-label') ?? target.innerText).trim().replace(/\s+/g, ' ').slice(0, 16)}`
            : ''
        met.push(
          `${Math.round(event.timeStamp)} ${kind} ${words}${event instanceof MouseEvent ? ` at ${event.clientX},${event.clientY}` : ''}`,
        )
        met.splice(0, met.length - 24)
      },
      { capture: true, passive: true },
    )
  }
}

/** A picture of the whole page, to be looked at. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true })
}
