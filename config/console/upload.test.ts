import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'upload-')),
  calls = path.join(folder, 'calls.jsonl')
const fake = `const { appendFileSync } = require('node:fs')
const kept = name => async what => appendFileSync(process.env.CALLS, JSON.stringify([name, what]) + '\\n')
exports.Project = function (settings) { Object.assign(this, settings) }
exports.cloud = { uploadFunction: kept('uploadFunction'), createTimeTrigger: kept('createTimeTrigger') }
exports.upload = kept('upload')
`
/** The uploader's package as npx lays it down, with a stand-in for its inside. */
beforeAll(() => {
  const modules = path.join(folder, 'node_modules')
  for (const name of ['.bin', 'miniprogram-ci']) mkdirSync(path.join(modules, name), { recursive: true })
  writeFileSync(path.join(modules, '.bin', 'miniprogram-ci'), '')
  writeFileSync(path.join(modules, 'miniprogram-ci', 'index.js'), fake)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function upload(...what: string[]): Promise<[string, Record<string, unknown>][]> {
  writeFileSync(calls, '')
  const env = {
    ...process.env,
    PATH: [path.join(folder, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
    CALLS: calls,
    WECHAT_APPID: 'wx0123',
    WECHAT_CI_KEY: 'upload.key',
    CLOUD_ENV: 'cun-1',
  }
  await promisify(execFile)(process.execPath, [path.join(root, 'config/upload.mjs'), ...what], { env, cwd: root })
  return readFileSync(calls, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as [string, Record<string, unknown>])
}

describe('the uploader', () => {
  test('brings a function whole, and sets its timer', async () => {
    const timer = [{ name: 'every-minute', type: 'timer', config: '0 */1 * * * * *' }]
    const [sent, timed, ...more] = await upload('function', 'tick', JSON.stringify(timer))
    expect(sent).toMatchObject([
      'uploadFunction',
      {
        env: 'cun-1',
        name: 'tick',
        path: path.join(root, 'dist/cloudfunctions/tick'),
        remoteNpmInstall: false,
        project: { appid: 'wx0123', projectPath: root },
      },
    ])
    expect([timed, more]).toMatchObject([['createTimeTrigger', { envId: 'cun-1', functionName: 'tick', triggersConfig: timer }], []])
  })
  test('sets no timer where there is none', async () => {
    expect((await upload('function', 'api', '[]')).map(([name]) => name)).toEqual(['uploadFunction'])
  })
  test('brings the mini-program under its version', async () => {
    expect(await upload('app', '0.1.0')).toMatchObject([['upload', { version: '0.1.0', robot: 1 }]])
  })
})
