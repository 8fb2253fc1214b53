import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, type Response } from 'playwright-core'
import { siteIn } from '../../cloudfunctions/local/static-site'
import { villageServer } from '../../cloudfunctions/local/server'
import { chromiumFlags, findChromium } from '../browser'
import { villageAtTheVote } from '../weapp/story'
import { atMost, rounded, type Bench } from './figure'

/**
 * Every script that a browser with an empty cache really fetches until the home page stands: what index.html names, and the chunks that
 * the home page then asks for. Bytes as our server sends them, gzipped.
 */
export const firstLoad: Bench = async ({ root, pages }) => {
  await pages('h5')
  const site = await siteIn(path.join(root, 'dist/h5'))
  if (!site) throw new Error('dist/h5 is missing')
  const { village } = await villageAtTheVote()
  const server = villageServer({
    serve: village.serve,
    files: village.ports.files,
    site,
    demo: null,
    fault: (where, error) => {
      throw new Error(where, { cause: error })
    },
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const fetched: Response[] = []
    page.on('response', response => {
      fetched.push(response)
    })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'networkidle' })
    await page.getByText('路灯').first().waitFor()
    const sent = async (kind: string) =>
      Object.fromEntries(
        await Promise.all(
          fetched
            .filter(response => response.request().resourceType() === kind)
            .map(
              async response =>
                [
                  path.basename(new URL(response.url()).pathname),
                  rounded((await response.request().sizes()).responseBodySize / 1000),
                ] as const,
            ),
        ),
      )
    const sum = (sizes: Record<string, number>) => Object.values(sizes).reduce((total, size) => total + size, 0)
    const scripts = await sent('script')
    return { 'first-load': atMost(140, sum(scripts), 'KB gzip', { scripts, styleSheets: rounded(sum(await sent('stylesheet'))) }) }
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}
