import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dist } from './built'
import { weighPackages } from './packages'

const kilo = 1000
const weights = weighPackages(dist)
const shown = [['main package', weights.main], ...Object.entries(weights.subpackages), ['whole', weights.whole]] as const
process.stdout.write(`${shown.map(([name, bytes]) => `${name} ${(bytes / kilo).toFixed(1)} KB`).join(' · ')}\n`)

test('the main package is at most 500 KB', () => {
  expect(weights.main).toBeGreaterThan(200 * kilo)
  expect(weights.main).toBeLessThanOrEqual(500 * kilo)
})
test('each subpackage is at most 200 KB', () => {
  expect(Object.keys(weights.subpackages).length).toBeGreaterThan(0)
  for (const [root, bytes] of Object.entries(weights.subpackages)) {
    expect(bytes, root).toBeGreaterThan(0)
    expect(bytes, root).toBeLessThanOrEqual(200 * kilo)
  }
})
test('the whole mini-program is at most 1.2 MB', () => {
  expect(weights.whole).toBeLessThanOrEqual(1200 * kilo)
})
test('every file is weighed once, in the package WeChat puts it in', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-weights-'))
  mkdirSync(path.join(folder, 'pages/hall'), { recursive: true })
  const app = JSON.stringify({ pages: ['pages/home'], subPackages: [{ root: 'pages/hall', pages: ['desk'] }] })
  writeFileSync(path.join(folder, 'app.json'), app)
  writeFileSync(path.join(folder, 'pages/hallway.js'), '1234')
  writeFileSync(path.join(folder, 'pages/hall/desk.js'), '12345')
  expect(weighPackages(folder)).toEqual({ main: app.length + 4, subpackages: { 'pages/hall': 5 }, whole: app.length + 9 })
})
