import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { atMost, rounded, type Bench, type Figure } from './figure'
import { median } from './repeated'

const rounds = 15
const functions = ['api', 'tick', 'callback'] as const

/**
 * How long a fresh process takes to `require()` each function's bundle, beside the bare SDK: one after another, so that a busy moment falls
 * on all.
 */
export const coldStarts: Bench = async ({ root, functions: built }) => {
  await built()
  const bundle = (name: string) => path.join(root, 'dist/cloudfunctions', name, 'index.js')
  const took: { sdk: number[] } & Record<(typeof functions)[number], number[]> = { sdk: [], api: [], tick: [], callback: [] }
  for (let round = 0; round < rounds; round += 1) {
    took.sdk.push(await requiring('wx-server-sdk', root))
    for (const name of functions) took[name].push(await requiring(bundle(name), root))
  }
  const figures = functions.map((name): [string, Figure][] => [
    [`${name}.size`, atMost(1.3, statSync(bundle(name)).size / 1e6, 'MB')],
    [
      `${name}.require-ratio`,
      atMost(0.6, median(took[name].map((ms, round) => ms / took.sdk[round]!)), '× the bare SDK', {
        ms: rounded(median(took[name])),
        sdkMs: rounded(median(took.sdk)),
        processes: rounds,
      }),
    ],
  ])
  return Object.fromEntries(figures.flat())
}

const run = promisify(execFile)
async function requiring(what: string, root: string): Promise<number> {
  const { stdout } = await run(
    process.execPath,
    [
      '-e',
      `const begun = performance.now(); require(${JSON.stringify(what)}); console.log('took', performance.now() - begun); process.exit(0)`,
    ],
    { cwd: root },
  )
  const took = /took ([\d.]+)/.exec(stdout)?.[1]
  if (took === undefined) throw new Error(`${what} did not load: ${stdout}`)
  return Number(took)
}
