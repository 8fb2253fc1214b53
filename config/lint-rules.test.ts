import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'
import { importCircles } from './import-graph.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const configured = { cwd: root, overrideConfigFile: 'config/eslint.config.mjs' }
const eslint = new ESLint(configured)
/** The same rules but those that read types, which imports do not need: a hundred times as quick. */
const untyped = new ESLint({ ...configured, overrideConfig: tseslint.configs.disableTypeChecked })

/** A file that stands in this folder: the linter reads types, so broken words must be lent a real file's name. */
function fileIn(folder: string, test = false): string {
  const itself = ['.ts', '.tsx'].map(ending => `${folder}${ending}`).find(file => existsSync(`${root}${file}`))
  if (itself) return itself
  const found = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).find(
    name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && /\.test\.tsx?$/.test(name) === test && !/(^|\/)index\.ts$/.test(name),
  )
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
const titled = (cases: readonly (readonly [from: string, source: string])[]) =>
  cases.map(([from, source]) => [from, source.split('\n')[0], source] as const)

describe('who may import whom', () => {
  const refused: [from: string, source: string][] = [
    ['src/domain', value('@/contract')],
    ['src/domain', value('@/contract/operation')],
    ['src/domain', type('@/platform/talk-to-server/client')],
    ['src/domain', value('dayjs')],
    ['src/domain', value('node:crypto')],
    ['src/domain', value('@tarojs/taro')],
    ['src/domain', 'export const later = () => import("@/contract")'],
    ['src/contract', value('@/platform/talk-to-server/client')],
    ['src/contract', value('zustand')],
    ['src/platform', value('@/features/topic/topic-store')],
    ['src/platform', value('@/contract')],
    ['src/platform', value('@tarojs/components')],
    ['src/components', value('@/domain/topic/topic')],
    ['src/components', value('@tarojs/taro')],
    ['src/features/topic', value('@/features/vote/booth/store')],
    ['src/features/topic', value('../notice/store')],
    ['src/features/topic', type('../notice/store')],
    ['src/features/topic', value('@tarojs/taro')],
    ['src/features/topic', value('@/pages/topics/index')],
    ['src/features/topic', value('@/contract')],
    ['src/features/topic', value('valibot')],
    ['src/pages/topics', value('@/contract')],
    ['src/pages/topics', value('@/pages/raise/index')],
    ['src/pages/topics', type('../../../cloudfunctions/ports')],
    ['src/journeys', value('../../cloudfunctions/api/serve')],
    ['src/app', value('../cloudfunctions/ports')],
    ['cloudfunctions/ports', value('./tables')],
    ['cloudfunctions/village/topic', value('@/features/topic/topic-store')],
    ['cloudfunctions/village/topic', value('@/platform/talk-to-server/client')],
    ['cloudfunctions/village/topic', value('../../adapters/memory/store')],
    ['cloudfunctions/callback', value('../tables')],
    ['cloudfunctions/village/topic', value('wx-server-sdk')],
    ['cloudfunctions/village/topic', value('libsql')],
    ['cloudfunctions/village/topic', 'export const sdk: unknown = require("wx-server-sdk")'],
    ['cloudfunctions/tick', value('../api/serve')],
    // A subject reaches into no other's insides, and the ground leans on no subject.
    ['cloudfunctions/village/notice', value('../vote/put-ballot')],
    ['cloudfunctions/village/ground', value('../topic/take-step')],
    ['src/domain/topic', value('../vote/ballot/ballots')],
    ['src/domain/ground', value('../resident/people')],
    ['cloudfunctions/adapters/memory', value('../sql/store')],
    ['cloudfunctions/adapters/sql', value('wx-server-sdk')],
    ['cloudfunctions/adapters/sql', value('../../api/serve')],
    ['cloudfunctions/local', value('wx-server-sdk')],
    ['cloudfunctions/local', value('@/platform/talk-to-server/client')],
  ]
  test.each(titled(refused))('%s is stopped at %s', async (from, _, source) => {
    expect(await broken(fileIn(from), source)).toEqual(boundaries)
  })

  const allowed: [from: string, source: string][] = [
    ['src/domain', value('@/domain/ground/share')],
    ['src/domain', value('@noble/hashes/sha2.js')],
    ['src/contract', value('valibot')],
    ['src/contract', value('@/domain/topic/topic')],
    ['src/platform', type('@/contract')],
    ['src/platform', value('@/contract/refusal-words')],
    ['src/platform', value('@tarojs/taro')],
    ['src/components', value('@tarojs/components')],
    ['src/components', value('@/components/tap/tap')],
    ['src/features/topic', value('@/features/topic/topic-store')],
    ['src/features/topic', value('@/components/card/card')],
    ['src/features/topic', type('@/contract')],
    ['src/features/topic', value('@/platform/talk-to-server/client')],
    ['src/pages/topics', value('@/features/topic/topic-store')],
    ['src/pages/topics', value('@tarojs/taro')],
    ['cloudfunctions/ports', type('./tables')],
    ['cloudfunctions/village/topic', value('../../ports')],
    ['cloudfunctions/village/topic', value('../../tables')],
    ['cloudfunctions/callback', type('../tables')],
    ['cloudfunctions/village/topic', value('@/domain/topic/topic')],
    ['cloudfunctions/tick', value('@/domain/vote/motions')],
    ['cloudfunctions/village/notice', value('../topic/take-step')],
    ['cloudfunctions/village/notice', value('../ground/put-on-record')],
    ['src/domain/topic', value('../law/names')],
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
  test('files that reach each other through their imports are a circle, and are told as one circle', () => {
    const circle = importCircles(
      new Map([
        ['a', ['b', 'd']],
        ['b', ['c']],
        ['c', ['a']],
        ['d', []],
      ]),
    )
    expect(circle.map(files => [...files].sort())).toEqual([['a', 'b', 'c']])
  })
  test('a file that only hands on what others have is refused', async () => {
    expect(await broken(fileIn('src/domain'), "export * from './ground/share'")).toEqual(boundaries)
    expect(await broken(fileIn('src/features/topic'), "export { share } from '@/domain/ground/share'")).toEqual(boundaries)
  })
})

describe('how it is written', () => {
  const refused: [rule: string, folder: string, source: string][] = [
    ['@typescript-eslint/no-explicit-any', 'src/domain', 'export const loose = (x: any) => String(x)'],
    ['@typescript-eslint/no-floating-promises', 'src/features/topic', 'const save = async () => {}\nexport function leave() { save() }'],
    ['@typescript-eslint/ban-ts-comment', 'cloudfunctions/village/topic', '// @ts-ignore\nexport const silent = 1'],
    ['no-console', 'src/platform', "console.log('left behind')\nexport {}"],
    ['no-restricted-syntax', 'src/domain', 'export const now = () => Date.now()'],
    ['no-restricted-syntax', 'src/domain', 'export const now = () => new Date()'],
    ['no-restricted-syntax', 'cloudfunctions/village/topic', 'export const luck = () => Math.random()'],
    [
      'no-restricted-syntax',
      'cloudfunctions/village/topic',
      'export const mine = (row: { orgId: string }, org: { id: string }) => row.orgId === org.id',
    ],
    [
      'no-restricted-syntax',
      'cloudfunctions/village/topic',
      "import type { Handler } from '../ground/handler'\n" +
        "export const look: Handler<'topic.support'> = async ({ id }, { store }) => { await store.get('topics', id); throw new Error('') }",
    ],
    ['no-restricted-globals', 'src/features/topic', 'export const title = () => document.title'],
    [
      'react-hooks/rules-of-hooks',
      'src/features/topic',
      "import { useState } from 'react'\nexport function useSometimes(on: boolean) { if (on) useState(1) }",
    ],
  ]
  test.each(refused)(
    '%s is enforced in %s',
    async (rule, folder, source) => {
      expect(await broken(fileIn(folder), source, eslint)).toEqual([rule])
    },
    180_000,
  ) // the first of these reads every type of the project
  test('no test is left out or made the only one', async () => {
    expect(await broken(fileIn('src/domain', true), "import { test } from 'vitest'\ntest.only('a promise', () => {})")).toEqual([
      'no-restricted-properties',
    ])
  })
})
