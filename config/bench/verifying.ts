import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { choices } from '@/domain/vote/question/answers'
import { namedBallots, recordFor, recordKey, secretBallots } from '@/domain/vote/record/record-for-tests'
import type { VotingRecord } from '@/domain/vote/record/record'
import { verifyRecord } from '@/domain/vote/record/verify'
import { atMost, rounded, type Bench, type Figure } from './figure'
import { median } from './repeated'

const times = 3

/** Only seconds of the processor are judged, since verifying does nothing but reckon; on a busy machine the time waited is longer. */
interface Run {
  readonly seconds: number
  readonly waited: number
}

const answers = (many: number) => Array.from({ length: many }, (_, n) => choices[n % 3] ?? 'abstain')
const named = (many: number): VotingRecord =>
  recordFor({ form: 'named', rollSize: many }, namedBallots(answers(many), true), { key: recordKey })
const secret = (many: number): VotingRecord => recordFor({ form: 'secret', rollSize: many }, secretBallots(answers(many)))

/**
 * From the file's text to the answer: a record of 100,000 ballots here, and of 10,000 in a process without a compiler, as some phones are.
 */
export const verifying: Bench = async ({ root }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  try {
    const program = path.join(folder, 'verify.mjs')
    await build({
      stdin: {
        contents:
          `import { readFileSync } from 'node:fs'\nimport { verifyRecord } from ` +
          `'@/domain/vote/record/verify'\nconst text = readFileSync(process.argv[2], 'utf8'), begun = ` +
          `performance.now(), before = process.cpuUsage(), { ok } = verifyRecord(JSON.parse(text)), { user, ` +
          `system } = process.cpuUsage(before)\nconsole.log(JSON.stringify({ ok, seconds: (user + system) / ` +
          `1e6, waited: (performance.now() - begun) / 1000 }))`,
        resolveDir: root,
      },
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      mainFields: ['module', 'main'],
      alias: { '@': path.join(root, 'src') },
      logLevel: 'error',
    })
    const figure = (budget: number, runs: readonly Run[]): Figure =>
      atMost(budget, median(runs.map(run => run.seconds)), 's of the processor', {
        each: runs.map(run => rounded(run.seconds)),
        waited: runs.map(run => rounded(run.waited)),
      })
    const here = (record: VotingRecord): Figure => {
      const text = JSON.stringify(record)
      return figure(
        5,
        Array.from({ length: times }, () => {
          const begun = performance.now(),
            before = process.cpuUsage(),
            verified = verifyRecord(JSON.parse(text)),
            { user, system } = process.cpuUsage(before)
          if (!verified.ok) throw new Error(verified.fault)
          return { seconds: (user + system) / 1e6, waited: (performance.now() - begun) / 1000 }
        }),
      )
    }
    const jitless = (record: VotingRecord): Figure => {
      const file = path.join(folder, 'record.json')
      writeFileSync(file, JSON.stringify(record))
      return figure(
        1.5,
        Array.from({ length: times }, () => {
          const { stdout, stderr } = spawnSync(process.execPath, ['--jitless', program, file], { encoding: 'utf8' })
          const { ok, seconds, waited } = JSON.parse(stdout || '{}') as { readonly ok?: boolean } & Partial<Run>
          if (!ok || seconds === undefined || waited === undefined) throw new Error(stderr)
          return { seconds, waited }
        }),
      )
    }
    return {
      named: here(named(100_000)),
      secret: here(secret(100_000)),
      'secret-without-jit': jitless(secret(10_000)),
      'named-without-jit': jitless(recordFor({ form: 'named', rollSize: 10_000 }, namedBallots(answers(10_000), false))),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
