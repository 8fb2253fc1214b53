import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ballotId } from '@/domain/vote/ballot/ballots'
import type { Store } from '../../ports'
import { libsqlStore } from './libsql'

describe('libsql store between processes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-processes-'))
  const writer = path.join(folder, 'writer.cjs')
  beforeAll(async () => {
    await build({
      entryPoints: [path.join(import.meta.dirname, 'writer-for-tests.ts')],
      outfile: writer,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      alias: { '@': path.resolve(import.meta.dirname, '../../../src'), libsql: createRequire(import.meta.url).resolve('libsql') },
      external: ['*/libsql/index.js'],
    })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const start = (...task: string[]): ChildProcess => spawn(process.execPath, [writer, ...task], { stdio: ['ignore', 'pipe', 'inherit'] })

  test.each([1, 120, 700])('a process killed after %i casts has lost none that it acknowledged, and left none half done', async enough => {
    const file = path.join(folder, `killed-${enough}.db`)
    const child = start(file, 'cast')
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length > enough) child.kill('SIGKILL')
    })
    const [, signal] = (await once(child, 'close')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    const acknowledged = said.split('\n').slice(0, -1)
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough)

    const store = libsqlStore(file)
    const ballots = await idsOf(store, 'ballots'),
      marks = await idsOf(store, 'marks')
    await store.close()
    expect(acknowledged.filter(unitId => !ballots.has(ballotId('m1', unitId)))).toEqual([])
    expect(marks).toEqual(ballots)
  })

  test('three processes that count in one row of one file lose no step', async () => {
    const file = path.join(folder, 'counted.db')
    const children = [1, 2, 3].map(() => start(file, 'count', '200'))
    expect(await Promise.all(children.map(async child => (await once(child, 'close'))[0] as number))).toEqual([0, 0, 0])
    const store = libsqlStore(file)
    expect((await store.get('codeTries', 'shared'))?.wrong).toBe(600)
    await store.close()
  })
})

async function idsOf(store: Store, table: 'ballots' | 'marks'): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.list(table, { match: { motionId: 'm1' }, limit: 1000, after })
    for (const { id } of page.rows) ids.add(id)
    after = page.next
  }
  return ids
}
