import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { startPostgres } from '../../cloudfunctions/adapters/sql/postgres-for-tests'
import { postgresStore } from '../../cloudfunctions/adapters/sql/postgres'
import type { Kept, Shift } from './city-clerk'
import { crowdedVillage } from './crowded-village'
import { watchDatabase } from './database-processor'
import { atMost, exactly, rounded, type Bench } from './figure'
import { p95 } from './repeated'

const perSecond = 600
const seconds = 60
const processes = 2
const questions = 12

/**
 * A city's evening: 600 votes a second for a minute come to two server processes before one PostgreSQL that writes to disk, half of them
 * named and half secret, every twentieth tapped twice. They come at their times whether the servers keep up or not, and are timed from
 * then.
 */
export const city: Bench = async ({ root }) => {
  const server = await startPostgres({ durable: true })
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  try {
    const url = await server.database(),
      store = await postgresStore(url),
      votes = perSecond * seconds
    const { ask } = await crowdedVillage(store, votes)
    const motions = await Promise.all(Array.from({ length: questions }, (_, n) => ask(n % 2 === 0 ? 'named' : 'secret', `city ${n}`)))
    const program = path.join(folder, 'clerk.mjs')
    await build({
      entryPoints: [path.join(root, 'config/bench/city-clerk.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      mainFields: ['module', 'main'],
      alias: { '@': path.join(root, 'src') },
      external: ['libsql', 'pg'],
      logLevel: 'error',
    })
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    const databaseTook = await watchDatabase(url),
      beginsAt = Date.now() + 5000,
      share = votes / processes
    const kept = await Promise.all(
      Array.from(
        { length: processes },
        (_, n) =>
          new Promise<Kept>((resolve, reject) => {
            const clerk = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
            clerk.once('message', (message: Kept) => resolve(message))
            clerk.once('error', reject)
            clerk.once('exit', code => {
              if (code !== 0) reject(new Error(`a server process ended with ${code}`))
            })
            clerk.send({
              url,
              from: n * share,
              until: (n + 1) * share,
              perSecond: perSecond / processes,
              beginsAt,
              motions: motions.map(({ id, form }) => ({ id, form })),
            } satisfies Shift)
          }),
      ),
    )
    const took = (Date.now() - beginsAt) / 1000,
      acknowledged = kept.reduce((sum, one) => sum + one.acknowledged, 0)
    const ofTheDatabase = await databaseTook()
    let there = 0,
      choices = 0
    for (const { id, form } of motions) {
      there += await store.count(form === 'named' ? 'ballots' : 'marks', { motionId: id })
      choices += await store.count(form === 'named' ? 'ballots' : 'secretBallots', { motionId: id })
    }
    await store.close()
    const latencies = kept.flatMap(one => one.latencies)
    return {
      p95: atMost(800, p95(latencies), 'ms', {
        votes,
        processes,
        seconds: rounded(took),
        perSecond: rounded(votes / took),
        median: rounded(latencies.sort((a, b) => a - b)[Math.floor(latencies.length / 2)] ?? 0),
        refused: kept.map(one => one.refused),
        processorMsPerVote: {
          servers: rounded((kept.reduce((sum, one) => sum + one.seconds, 0) * 1000) / votes),
          database: ofTheDatabase === null ? null : rounded((ofTheDatabase * 1000) / votes),
        },
        loadOfTheMachine: loadavg().map(rounded),
      }),
      lost: exactly(0, acknowledged - there, 'of those acknowledged', { acknowledged, there }),
      double: exactly(0, choices - there + Math.max(0, there - votes), 'ballots'),
      'not-taken': exactly(0, votes - acknowledged, 'votes'),
    }
  } finally {
    rmSync(folder, { recursive: true })
    await server.stop()
  }
}
