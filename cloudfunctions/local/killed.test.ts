import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ballotId, receiptHash, secretBallotId } from '@/domain/vote/ballot/ballots'
import { libsqlStore } from '../adapters/sql/libsql'

const voters = 300
const folder = mkdtempSync(path.join(tmpdir(), 'village-killed-'))
const place = path.join(folder, 'polling-place.mjs')
const file = path.join(folder, 'village.db')

beforeAll(async () => {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'polling-place-for-tests.ts')],
    outfile: place,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { '@': path.resolve(import.meta.dirname, '../../src'), libsql: createRequire(import.meta.url).resolve('libsql') },
    external: ['*/libsql/index.js'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function open(): Promise<{ readonly process: ChildProcess; readonly address: string }> {
  const process_ = spawn(process.execPath, [place, file, String(voters)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(process_.stdout!, 'data')) as [Buffer]
  return { process: process_, address: String(line).trim() }
}

const ask = async (address: string, who: string, name: string, input: unknown): Promise<boolean> => {
  const answer = await fetch(`${address}/api`, {
    method: 'POST',
    headers: { 'x-demo-identity': who },
    body: JSON.stringify({ name, input }),
  })
  return ((await answer.json()) as { ok: boolean }).ok
}
const secretly = (address: string, who: string) =>
  ask(address, who, 'ballot.castSecret', { motionId: 'secret', choice: 'for', receiptHash: receiptHash(who) })

test.each([30, 200])(
  'the server killed after %i acknowledged ballots has kept them all; who got no answer asks again and is counted once',
  async enough => {
    const first = await open()
    const acknowledged = new Set<string>()
    const unsure = new Set<string>()
    await Promise.all(
      Array.from({ length: voters }, async (_, i) => {
        const who = `crowd${i}`
        try {
          const kept =
            (await ask(first.address, who, 'ballot.cast', { motionId: 'named', choice: 'for' })) && (await secretly(first.address, who))
          if (kept) acknowledged.add(who)
          if (acknowledged.size >= enough) first.process.kill('SIGKILL')
        } catch {
          unsure.add(who) // no answer: the ballot may or may not be in the box
        }
      }),
    )
    if (first.process.exitCode === null && first.process.signalCode === null) await once(first.process, 'exit')
    expect(first.process.signalCode).toBe('SIGKILL')
    expect(acknowledged.size).toBeGreaterThanOrEqual(enough)

    const store = libsqlStore(file)
    for (const who of acknowledged) {
      expect(await store.get('ballots', ballotId('named', who)), who).toBeDefined()
      expect(await store.get('secretBallots', secretBallotId('secret', receiptHash(who))), who).toBeDefined()
    }
    // Never one without the other.
    expect(await store.count('marks', { motionId: 'secret' })).toBe(await store.count('secretBallots', { motionId: 'secret' }))
    await store.close()

    const second = await open()
    for (const who of unsure) expect(await secretly(second.address, who)).toBe(true)
    second.process.kill('SIGKILL')
    await once(second.process, 'exit')
    const after = libsqlStore(file)
    expect(await after.count('marks', { motionId: 'secret' })).toBe(await after.count('secretBallots', { motionId: 'secret' }))
    expect(await after.count('marks', { motionId: 'secret' })).toBeLessThanOrEqual(voters)
    await after.close()
  },
)
