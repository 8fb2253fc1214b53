import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const configured = { cwd: root, overrideConfigFile: 'config/eslint.config.mjs' }
const eslint = new ESLint(configured)
/** The same rules but those that read types, which imports do not need: a hundred times as quick. */
const untyped = new ESLint({ ...configured, overrideConfig: tseslint.configs.disableTypeChecked })

/** A file that stands in this folder: the linter reads types, so broken words must be lent a real file's name. */
function fileIn(folder: string, test = false): string {
  const itself = ['.ts', '.tsx'].map(ending => `${folder}${ending}`).find(file => existsSync(`${root}${file}`))
  if (itself) return itself
  const found = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .find(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && /\.test\.tsx?$/.test(name) === test && !/(^|\/)index\.ts$/.test(name))
  if (!found) throw new Error(`no file in ${folder}`)
  return `${folder}/${found}`
}

/** The rules that these words would break, were they written in that file. */
async function broken(file: string, source: string, linter = untyped): Promise<(string | null)[]> {
  const [result] = await linter.lintText(`${source}\n`, { filePath: `${root}${file}` })
  if (!result || result.messages.some(message => message.fatal)) throw new Error(`${file} was not linted: ${result?.messages[0]?.message}`)
  return result.messages.map(message => message.ruleId)
}
const value = (specifier: string) => `import { thing } from '${specifier}'\nexport const used = thing`
const type = (specifier: string) => `import type { Thing } from '${specifier}'\nexport type Used = Thing`
const boundaries = ['village/boundaries']
const titled = (cases: readonly (readonly [from: string, source: string])[]) => cases.map(([from, source]) => [from, source.split('\n')[0], source] as const)

describe('who may import whom', () => {
  const refused: [from: string, source: string][] = [
    ['src/domain', value('@/contract')],
    ['src/domain', value('../contract/operation')],
    ['src/domain', type('@/platform/client')],
    ['src/domain', value('dayjs')],
    ['src/domain', value('node:crypto')],
    ['src/domain', value('@tarojs/taro')],
    ['src/domain', 'export const later = () => import("@/contract")'],
    ['src/contract', value('@/platform/client')],
    ['src/contract', value('zustand')],
    ['src/platform', value('@/features/topics/store')],
    ['src/platform', value('@/contract')],
    ['src/platform', value('@tarojs/components')],
    ['src/components', value('@/domain/topic')],
    ['src/components', value('@tarojs/taro')],
    ['src/features/topics', value('@/features/raise/store')],
    ['src/features/topics', value('../raise/store')],
    ['src/features/topics', type('../raise/store')],
    ['src/features/topics', value('@tarojs/taro')],
    ['src/features/topics', value('@/pages/topics/index')],
    ['src/features/topics', value('@/contract')],
    ['src/features/topics', value('valibot')],
    ['src/pages/topics', value('@/contract')],
    ['src/pages/topics', value('@/pages/raise/index')],
    ['src/pages/topics', type('../../../cloudfunctions/ports')],
    ['src/journeys', value('../../cloudfunctions/api/serve')],
    ['src/app', value('../cloudfunctions/ports')],
    ['cloudfunctions/ports', value('./tables')],
    ['cloudfunctions/api/handlers', value('@/features/topics/store')],
    ['cloudfunctions/api/handlers', value('@/platform/client')],
    ['cloudfunctions/api/handlers', value('../../adapters/memory/store')],
    ['cloudfunctions/api/handlers', value('../../tables')],
    ['cloudfunctions/api/handlers', value('wx-server-sdk')],
    ['cloudfunctions/api/handlers', value('libsql')],
    ['cloudfunctions/api/handlers', 'export const sdk: unknown = require("wx-server-sdk")'],
    ['cloudfunctions/tick', value('../api/serve')],
    ['cloudfunctions/adapters/memory', value('../sql/store')],
    ['cloudfunctions/adapters/sql', value('wx-server-sdk')],
    ['cloudfunctions/adapters/sql', value('../../api/serve')],
    ['cloudfunctions/local', value('wx-server-sdk')],
    ['cloudfunctions/local', value('@/platform/client')],
  ]
  test.each(titled(refused))('%s is stopped at %s', async (from, _, source) => {
    expect(await broken(fileIn(from), source)).toEqual(boundaries)
  })

  const allowed: [from: string, source: string][] = [
    ['src/domain', value('@/domain/share')],
    ['src/domain', value('@noble/hashes/sha2.js')],
    ['src/contract', value('valibot')],
    ['src/contract', value('@/domain/topic')],
    ['src/platform', type('@/contract')],
    ['src/platform', value('@/contract/refusal-words')],
    ['src/platform', value('@tarojs/taro')],
    ['src/components', value('@tarojs/components')],
    ['src/components', value('@/components/tap/tap')],
    ['src/features/topics', value('@/features/topics/store')],
    ['src/features/topics', value('@/components/card/card')],
    ['src/features/topics', type('@/contract')],
    ['src/features/topics', value('@/platform/client')],
    ['src/pages/topics', value('@/features/topics/store')],
    ['src/pages/topics', value('@tarojs/taro')],
    ['cloudfunctions/ports', type('./tables')],
    ['cloudfunctions/api/handlers', value('../../ports')],
    ['cloudfunctions/api/handlers', type('../../tables')],
    ['cloudfunctions/api/handlers', value('@/domain/topic')],
    ['cloudfunctions/tick', value('@/domain/motions')],
    ['cloudfunctions/adapters/sql', value('libsql')],
    ['cloudfunctions/local', value('../api/serve')],
  ]
  test.each(titled(allowed))('%s may write %s', async (from, _, source) => {
    expect(await broken(fileIn(from), source)).toEqual([])
  })

  test('a rule is tested with a property-based tool, and ships without it', async () => {
    expect(await broken(fileIn('src/domain', true), value('fast-check'))).toEqual([])
    expect(await broken(fileIn('src/domain'), value('fast-check'))).toEqual(boundaries)
  })
  test('a file that only hands on what others have is refused', async () => {
    expect(await broken(fileIn('src/domain'), "export * from './share'")).toEqual(boundaries)
    expect(await broken(fileIn('src/features/topics'), "export { share } from '@/domain/share'")).toEqual(boundaries)
  })
})

describe('how it is written', () => {
  const refused: [rule: string, folder: string, source: string][] = [
    ['@typescript-eslint/no-explicit-any', 'src/domain', 'export const loose = (x: any) => String(x)'],
    ['@typescript-eslint/no-floating-promises', 'src/features/topics', 'const save = async () => {}\nexport function leave() { save() }'],
    ['@typescript-eslint/ban-ts-comment', 'cloudfunctions/api/handlers', '// @ts-ignore\nexport const silent = 1'],
    ['no-console', 'src/platform', "console.log('left behind')\nexport {}"],
    ['no-restricted-syntax', 'src/domain', 'export const now = () => Date.now()'],
    ['no-restricted-syntax', 'src/domain', 'export const now = () => new Date()'],
    ['no-restricted-syntax', 'cloudfunctions/api/handlers', 'export const luck = () => Math.random()'],
    ['no-restricted-globals', 'src/features/topics', 'export const title = () => document.title'],
    ['react-hooks/rules-of-hooks', 'src/features/topics', "import { useState } from 'react'\nexport function useSometimes(on: boolean) { if (on) useState(1) }"],
  ]
  test.each(refused)('%s is enforced in %s', async (rule, folder, source) => {
    expect(await broken(fileIn(folder), source, eslint)).toEqual([rule])
  }, 180_000) // the first of these reads every type of the project
  test('no test is left out or made the only one', async () => {
    expect(await broken(fileIn('src/domain', true), "import { test } from 'vitest'\ntest.only('a promise', () => {})")).toEqual(['no-restricted-properties'])
  })
})
