import type { Page } from 'playwright-core'

/** The next answer to this operation never arrives, though the village did what was asked. Those after it do. */
export async function loseNextAnswer(page: Page, operation: string): Promise<void> {
  let lost = false
  await page.route('**/api', async route => {
    const asked = route.request().postDataJSON() as { readonly name?: string } | null
    if (lost || asked?.name !== operation) return route.fallback()
    lost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
}
