import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dist } from './built'
import { pagesOf } from './phone'
import { filesUnder } from './render'

const root = path.resolve(import.meta.dirname, '../..')
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
const app = json(path.join(dist, 'app.json'))
const { all, main, tabs, subpackages } = pagesOf(dist)

describe('app.json', () => {
  test('names each page once, and each lies in the package that names it', () => {
    expect(new Set(all).size).toBe(all.length)
    for (const sub of subpackages) for (const page of main) expect(page.startsWith(`${sub.root}/`), page).toBe(false)
  })
  test('has two to five tabs, all in the main package, each with its words', () => {
    expect(tabs.length).toBeGreaterThanOrEqual(2)
    expect(tabs.length).toBeLessThanOrEqual(5)
    for (const tab of tabs) expect(main).toContain(tab)
    for (const { text } of (app['tabBar'] as { list: { text: string }[] }).list) expect(text).not.toBe('')
  })
  test('opens on a tab, so that back from anywhere ends at home', () => {
    expect(tabs).toContain(main[0])
  })
  test('fetches ahead only packages there are, from pages there are', () => {
    const rules = Object.entries((app['preloadRule'] ?? {}) as Record<string, { packages: string[] }>)
    for (const [page, { packages }] of rules) {
      expect(all).toContain(page)
      for (const root of packages) expect(subpackages.map(sub => sub.root)).toContain(root)
    }
  })
  test('loads a component only where it is used, asks before private data, and names a sitemap that is there', () => {
    expect(app['lazyCodeLoading']).toBe('requiredComponents')
    expect(app['__usePrivacyCheck__']).toBe(true)
    const sitemap = json(path.join(dist, String(app['sitemapLocation'])))
    expect(sitemap['rules']).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: expect.stringMatching(/^(dis)?allow$/) as string })]),
    )
  })
  test('draws its own tab bar only with the component that WeChat asks for', () => {
    if ((app['tabBar'] as { custom?: boolean }).custom !== true) return
    for (const ending of ['js', 'json', 'wxml']) expect(existsSync(path.join(dist, `custom-tab-bar/index.${ending}`)), ending).toBe(true)
  })
})

describe('every page', () => {
  test.each(all)('%s has its script, markup and settings, and a title of its own', page => {
    for (const ending of ['js', 'wxml', 'json']) expect(existsSync(path.join(dist, `${page}.${ending}`)), ending).toBe(true)
    const settings = json(path.join(dist, `${page}.json`))
    expect(settings['navigationBarTitleText']).toEqual(expect.stringMatching(/[\u4e00-\u9fff]/))
  })
  test.each(all)('%s names only components that are there', page => {
    const { usingComponents = {} } = json(path.join(dist, `${page}.json`)) as { usingComponents?: Record<string, string> }
    for (const [tag, at] of Object.entries(usingComponents)) {
      const component = at.startsWith('/') ? at.slice(1) : path.posix.join(path.posix.dirname(page), at)
      expect(json(path.join(dist, `${component}.json`))['component'], tag).toBe(true)
    }
  })
})

test('project.config.json opens in WeChat DevTools: it points at the mini-program and at the cloud functions', () => {
  const project = json(path.join(root, 'project.config.json'))
  expect(project['compileType']).toBe('miniprogram')
  expect(path.join(root, String(project['miniprogramRoot']))).toBe(`${dist}/`)
  expect(String(project['cloudfunctionRoot'])).toBe('dist/cloudfunctions/')
  expect(String(project['appid'])).toMatch(/^(touristappid|wx[0-9a-f]{16})$/)
})
test('only kinds of files that WeChat uploads are in the package', () => {
  for (const file of filesUnder(dist)) expect(file).toMatch(/\.(js|json|wxml|wxss|wxs|png|jpe?g|svg|LICENSE\.txt)$/)
})
