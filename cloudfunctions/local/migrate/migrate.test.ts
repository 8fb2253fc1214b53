import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOnDisk } from '../../adapters/files/disk'
import { isRestDay } from '../../adapters/rest-days'
import { libsqlStore } from '../../adapters/sql/libsql'
import { startPostgres, type TestPostgres } from '../../adapters/sql/postgres-for-tests'
import { tableNames } from '../../tables'
import { loadDemoVillage } from '../demo/village'
import { main } from './main'
import { migrate } from './migrate'
import { openPlace, storePlace } from './places'

let folder = '',
  postgres: TestPostgres
/** The way round, one leg after another; every test below starts from the places it left. */
let legs: Awaited<ReturnType<typeof move>>[] = []
const at = (name: string) => path.join(folder, name)
const original = () => `libsql:${at('village.db')}`

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'migrate-'))
  const store = libsqlStore(at('village.db'))
  await loadDemoVillage(store, {
    files: filesOnDisk(at('files')),
    isRestDay,
    now: Date.parse('2026-10-08T06:30:00+08:00'),
    progress: () => undefined,
  })
  await store.close()
  postgres = await startPostgres()
  const cloud = `cloudbase:${at('cloud')}`,
    database = await postgres.database(),
    plain = `folder:${at('plain')}`,
    home = `libsql:${at('home.db')}`
  legs = [
    await move(original(), cloud, '--files-from', at('files'), '--files-to', cloud),
    await move(cloud, database),
    await move(database, plain),
    await move(plain, home, '--files-from', cloud, '--files-to', at('files-home')),
    await move(original(), home),
  ]
}, 180_000)
afterAll(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true })
})

async function move(from: string, to: string, ...more: string[]) {
  const lines: string[] = []
  const code = await main(['--from', from, '--to', to, ...more], line => {
    lines.push(line)
  })
  return { code, said: lines.join('\n'), sums: lines.filter(line => /^[0-9a-f]{16} /.test(line)) }
}

describe('a village that moves', () => {
  test('through CloudBase, PostgreSQL and a folder comes home as it left, pictures too', async () => {
    expect(legs[0]?.sums).toHaveLength(tableNames.length)
    for (const { code, said, sums } of legs) expect([code, sums], said).toEqual([0, legs[0]?.sums])
    const line = (await readFile(at('cloud/topics.json'), 'utf8')).split('\n')[0]!
    expect(Object.keys(JSON.parse(line) as object)).toEqual(expect.arrayContaining(['_id', 'orgId']))
    expect(JSON.parse(line)).not.toHaveProperty('id')

    const pictures = await readdir(at('files'), { recursive: true })
    expect(pictures.length).toBeGreaterThan(3)
    expect((await readdir(at('files-home'), { recursive: true })).sort()).toEqual(pictures.sort())
  })

  test('takes every kind of row with it', async () => {
    const store = libsqlStore(at('village.db'))
    for (const table of ['topics', 'journal', 'ballots', 'secretBallots', 'marks', 'notices', 'rollPlaces', 'photos'] as const)
      expect((await store.list(table, { limit: 1 })).rows, table).toHaveLength(1)
    await store.close()
  })

  test('one row changed on the way is named, and nothing is written over what is there', async () => {
    await cp(at('cloud'), at('flipped'), { recursive: true })
    const file = at('flipped/people.json'),
      lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    const person = JSON.parse(lines[41]!) as { _id: string; name: string }
    await writeFile(file, [...lines.slice(0, 41), JSON.stringify({ ...person, name: '别人' }), ...lines.slice(42), ''].join('\n'))
    const { code, said } = await move(`cloudbase:${at('flipped')}`, `libsql:${at('home.db')}`)
    expect(code).toBe(1)
    expect(said).toContain(`people ${person._id}：目标里是另一行`)
    expect((await move(original(), `libsql:${at('home.db')}`)).code).toBe(0)
  })

  test('is refused by a place where others live', async () => {
    const store = libsqlStore(at('others.db'))
    await store.put('accounts', { id: 'wx-other', orgId: 'o2', personId: 'p2' })
    await store.close()
    const { code, said } = await move(original(), `libsql:${at('others.db')}`)
    expect([code, said.includes('accounts wx-other：目标里有，来源里没有')]).toEqual([1, true])
    const after = libsqlStore(at('others.db'))
    expect((await after.list('people', { limit: 1 })).rows).toEqual([])
    await after.close()
  })

  test('broken off half-way goes on from where it was', async () => {
    const source = await openPlace(original(), 'source')
    const store = libsqlStore(at('broken.db'))
    let calls = 0
    const failing = storePlace({
      ...store,
      bulkLoad: (table, rows) => ((calls += 1) > 4 ? Promise.reject(new Error('no power')) : store.bulkLoad(table, rows)),
    })
    await expect(migrate(source, failing, () => undefined)).rejects.toThrow('no power')
    expect(await store.count('people', { orgId: (await store.list('people', { limit: 1 })).rows[0]!.orgId })).toBeGreaterThan(0)
    await store.close()
    await source.close()
    expect((await move(original(), `libsql:${at('broken.db')}`)).code).toBe(0)
  })

  test('a journal with an entry rewritten is found, though both sides agree', async () => {
    await cp(at('plain'), at('rewritten'), { recursive: true })
    const file = at('rewritten/journal.jsonl'),
      lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    const entry = JSON.parse(lines[0]!) as { topicId: string }
    await writeFile(file, [JSON.stringify({ ...entry, said: '另一句话' }), ...lines.slice(1)].join('\n'))
    const { code, said } = await move(`folder:${at('rewritten')}`, `libsql:${at('rewritten.db')}`)
    expect([code, said.includes(`topics ${entry.topicId}：第 1 条记录断了`)], said).toEqual([1, true])
  })

  test('a collection nobody exported is not taken for an empty one; nor is a place that is not there', async () => {
    await cp(at('cloud'), at('partial'), { recursive: true })
    await rm(at('partial/ballots.json'))
    expect((await move(`cloudbase:${at('partial')}`, `libsql:${at('partial.db')}`)).said).toContain('ballots：来源里缺这个文件')
    expect(await move(`libsql:${at('nowhere.db')}`, `folder:${at('never')}`)).toMatchObject({ code: 1 })
    expect(await move(original(), 'mysql://x')).toMatchObject({ code: 1 })
    expect((await readdir(folder)).filter(name => name === 'nowhere.db' || name === 'never')).toEqual([])
  })

  test('a number that the console wrote with its kind is the number', async () => {
    await cp(at('cloud'), at('typed'), { recursive: true })
    const file = at('typed/supports.json'),
      text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/"at":(\d+)/g, '"at":{"$numberLong":"$1"}'))
    expect(await readFile(file, 'utf8')).not.toBe(text)
    expect((await move(`cloudbase:${at('typed')}`, `libsql:${at('home.db')}`)).code).toBe(0)
  })

  test('a picture that is missing is named', async () => {
    const { code, said } = await move(
      original(),
      `libsql:${at('home.db')}`,
      '--files-from',
      at('nothing-here'),
      '--files-to',
      at('files-none'),
    )
    expect([code, said.includes('来源里没有这张照片')]).toEqual([1, true])
  })
})
