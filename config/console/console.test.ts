import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { indexesOf, tableNames } from '../../cloudfunctions/tables'
import { collections, denied, longestIndexName, mostIndexes } from './database'
import { functions, invokeRules, memoryMB, runtime } from './functions'
import settings from './settings.json'

const root = path.resolve(import.meta.dirname, '../..')
const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .map(name => `${folder}/${name}`)

describe('what the cloud console must hold', () => {
  test('every table has its collection, and every list its index in the same order, ended by the id', () => {
    expect(collections.map(({ name }) => name)).toEqual(tableNames)
    for (const { name, indexes: made } of collections) {
      const listed = indexesOf(name as (typeof tableNames)[number])
      expect(
        made.map(({ keys }) => keys.map(key => key.name)),
        name,
      ).toEqual(listed.map(fields => [...fields.filter(field => field !== 'id'), '_id']))
      expect(made.flatMap(({ keys }) => keys).every(key => key.direction === '1')).toBe(true)
    }
  })
  test('no collection asks for more than CloudBase gives, nor for two indexes of one name', () => {
    for (const { name, indexes: made } of collections) {
      expect(made.length, name).toBeLessThanOrEqual(mostIndexes)
      expect(new Set(made.map(index => index.name)).size, name).toBe(made.length)
      for (const index of made) {
        expect(index.name.length, index.name).toBeLessThanOrEqual(longestIndexName)
        expect(index.name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/)
      }
    }
    expect(collections.length).toBeLessThanOrEqual(100)
  })
  test('no index but that of the id forbids doubles: a missing field would count as one', () => {
    expect(collections.flatMap(({ indexes: made }) => made).filter(index => index.unique)).toEqual([])
  })
  test('no phone reads or writes a row by itself', () => expect(denied).toEqual({ read: false, write: false }))
})

describe('the functions', () => {
  test('are the folders that have a door, each built from its own', () => {
    const doors = readdirSync(path.join(root, 'cloudfunctions')).filter(name =>
      existsSync(path.join(root, 'cloudfunctions', name, 'index.ts')),
    )
    expect(functions.map(({ name }) => name).sort()).toEqual(doors.sort())
  })
  test('a phone may call api and nothing else, not even what nobody thought of', () => {
    expect(invokeRules).toMatchObject({ '*': { invoke: false }, api: { invoke: 'auth != null' }, tick: { invoke: false } })
    expect(
      Object.entries(invokeRules)
        .filter(([, rule]) => rule.invoke !== false)
        .map(([name]) => name),
    ).toEqual(['api'])
  })
  test('a timer has seven fields, and a function at most one of them', () => {
    for (const { name, triggers = [] } of functions) {
      expect(triggers.length, name).toBeLessThanOrEqual(1)
      for (const { type, config } of triggers) expect([type, config.split(' ').length]).toEqual(['timer', 7])
    }
    expect(functions.find(({ name }) => name === 'tick')?.triggers).toHaveLength(1)
  })
  test('have the time their own budgets need, on a runtime the bundles are made for', () => {
    const budget = Number(
      /budgetMs = ([\d_]+)/.exec(readFileSync(path.join(root, 'cloudfunctions/tick/index.ts'), 'utf8'))?.[1]?.replaceAll('_', ''),
    )
    expect(functions.find(({ name }) => name === 'tick')!.timeoutSeconds * 1000).toBeGreaterThan(budget)
    expect(functions.every(({ timeoutSeconds }) => timeoutSeconds <= 60)).toBe(true)
    expect(runtime).toBe('Nodejs18.15')
    expect(memoryMB).toBeGreaterThanOrEqual(256)
  })
})

describe('the settings', () => {
  const cloudCode = [...sources('cloudfunctions/adapters/wechat'), ...functions.map(({ name }) => `cloudfunctions/${name}/index.ts`)]
    .map(file => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
  const read = [...new Set([...cloudCode.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(found => found[1]!))]
  test('every name the functions read is listed, and none that nothing reads', () => {
    expect(
      settings.functions
        .map(({ name }) => name)
        .filter(name => name !== 'TZ')
        .sort(),
    ).toEqual(read.sort())
  })
  test('no secret has a value in the repository', () => {
    const all: readonly { readonly name: string; readonly secret: boolean; readonly value?: string }[] = [
      ...settings.functions,
      ...settings.deploy,
    ]
    expect(all.filter(({ secret, value }) => secret && value !== undefined)).toEqual([])
    expect(all.filter(({ name, secret }) => /SECRET|KEY$/.test(name) && !secret).map(({ name }) => name)).toEqual(['WECHAT_CI_KEY'])
  })
})
