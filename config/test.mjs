import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { freshPages } from './pages.mjs'
import { root } from './server.mjs'

// `npm test`: everything that must hold, one part after another. The builds run beside types, lint and units. Ends with the sum of all
// parts.
const bin = name => path.join(root, 'node_modules', '.bin', name)
const reports = await mkdtemp(path.join(tmpdir(), 'village-reports-'))
const results = []

const building = inTurn(
  () => part('build: mini-program', () => freshPages('weapp')),
  () => part('build: web app', () => freshPages('h5')),
  () => part('build: cloud functions', () => runs(process.execPath, ['config/cloud.mjs'])),
)
if (availableParallelism() < 2) await building
await part('format', () => complaints(bin('biome'), ['format', 'src', 'cloudfunctions', 'config'], / format ━/g))
await part('types', () => complaints(bin('tsc'), ['--noEmit'], /error TS\d+/g))
await part('lint', () =>
  complaints(bin('eslint'), ['-c', 'config/eslint.config.mjs', 'src', 'cloudfunctions', 'config'], /^ +\d+:\d+ +error/gm),
)
await tests('rules, stores, server journeys', 'config/vitest.config.ts')
await tests('server journeys on CloudBase', 'config/vitest.cloudbase.config.ts')
await building
await tests('mini-program gates', 'config/weapp/vitest.config.ts')
await tests('browser journeys', 'config/vitest.browser.config.ts')
await rm(reports, { recursive: true, force: true })

const passed = results.reduce((sum, each) => sum + each.passed, 0)
const failed = results.reduce((sum, each) => sum + each.failed, 0)
console.log('')
for (const each of results)
  console.log(`${each.failed ? '✗' : '✓'} ${each.name}: ${each.passed} passed, ${each.failed} failed (${each.seconds} s)`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

/** Runs one part of the proof. If it throws, that is one failure; else it says itself how many failed, or that it passed. */
async function part(name, work) {
  const begun = Date.now()
  console.log(`\n▶ ${name}`)
  let counts
  try {
    counts = (await work()) ?? { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    counts = { passed: 0, failed: 1 }
  }
  const result = { name, ...counts, seconds: Math.round((Date.now() - begun) / 1000) }
  results.push(result)
  console.log(`${result.failed ? '✗' : '✓'} ${name} (${result.seconds} s)`)
}

async function inTurn(...parts) {
  for (const each of parts) await each()
}

/** Runs a tool that lists complaints: each is a failure, and so is an exit code that is not 0 with no complaint. */
async function complaints(command, args, each) {
  const { code, said } = await run(command, args)
  const failed = Math.max(said.match(each)?.length ?? 0, code === 0 ? 0 : 1)
  return { passed: failed ? 0 : 1, failed }
}

async function runs(command, args) {
  const { code } = await run(command, args)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
}

/** A suite, counted from its own report: a file that did not load and an error outside any test count as failures. */
function tests(name, config) {
  return part(name, async () => {
    const file = path.join(reports, `${path.basename(path.dirname(config))}-${path.basename(config)}.json`)
    const { code } = await run(bin('vitest'), ['run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
    const report = await readFile(file, 'utf8').then(JSON.parse, () => null)
    if (!report) return { passed: 0, failed: 1 }
    const unloaded = report.testResults.filter(each => each.status === 'failed' && each.assertionResults.length === 0).length
    const failed = report.numFailedTests + unloaded
    return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
  })
}

/** Runs a tool, showing what it says as it says it. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    })
    let said = ''
    const hear = where => chunk => {
      said += chunk
      where.write(chunk)
    }
    child.stdout.on('data', hear(process.stdout))
    child.stderr.on('data', hear(process.stderr))
    child.once('error', reject)
    child.once('close', code => resolve({ code, said }))
  })
}
