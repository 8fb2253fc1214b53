import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { templates } from '@/domain/notice/templates'
import { standInCloud } from './cloud-for-tests'
import { signed } from './cloud-api'
import { collections } from './database'
import { deploy } from './deploy'
import { functions } from './functions'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'deploy-'))
const keyFile = path.join(folder, 'upload.key')
writeFileSync(keyFile, 'the-private-key-itself')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const env = {
  WECHAT_APPID: 'wx0123',
  WECHAT_APP_SECRET: 'app-secret-of-the-village',
  WECHAT_CI_KEY: keyFile,
  CLOUD_ENV: 'cun-1',
  FILES_ROOT: 'cloud://cun-1.6375',
}
const secrets = [env.WECHAT_APP_SECRET, 'the-private-key-itself', 'token-1', 'key-1', 'session-1']
type Cloud = Awaited<ReturnType<typeof standInCloud>>
let clouds: Cloud[] = []
afterEach(async () => {
  await Promise.all(clouds.map(cloud => cloud.close()))
  clouds = []
})

async function cloudThat(options?: Parameters<typeof standInCloud>[0]): Promise<Cloud> {
  const cloud = await standInCloud(options)
  clouds.push(cloud)
  return cloud
}
async function run(
  cloud: Cloud,
  {
    args = [],
    settings = env,
    uploaded = [],
    full = false,
  }: { args?: string[]; settings?: Record<string, string>; uploaded?: string[]; full?: boolean } = {},
) {
  const lines: string[] = []
  const code = await deploy(args, {
    root,
    env: settings,
    fetch: cloud.fetch,
    now: () => Date.parse('2026-11-25T12:00:00+08:00'),
    say: line => {
      lines.push(line)
    },
    uploader: {
      async function({ name }) {
        if (full) throw new Error('no room')
        uploaded.push(name)
        return 'ok'
      },
      async app() {
        uploaded.push('app')
        return 'ok'
      },
    },
  })
  const said = lines.join('\n')
  // However the deployment ends, nothing it said may hold a secret.
  for (const secret of secrets) expect(said).not.toContain(secret)
  return { code, said, uploaded }
}
const stateOf = (cloud: Cloud) => [...cloud.kept].map(([name, { indexes, aclTag, rule }]) => [name, [...indexes.values()], aclTag, rule])
const wanted = collections.map(({ name, indexes }) => [name, indexes, 'CUSTOM', '{"read":false,"write":false}'])
const allIndexes = collections.reduce((sum, { indexes }) => sum + indexes.length, 0)

describe('a deployment', () => {
  test('makes every collection, rule and index, then brings functions and mini-program', async () => {
    const cloud = await cloudThat()
    const { code, said, uploaded } = await run(cloud)
    expect(code, said).toBe(0)
    expect(stateOf(cloud)).toEqual(wanted)
    expect(uploaded).toEqual([...functions.map(({ name }) => name), 'app'])
  })
  test('done a second time changes nothing', async () => {
    const cloud = await cloudThat()
    await run(cloud)
    cloud.calls.length = 0
    const { code, said } = await run(cloud)
    expect(code).toBe(0)
    expect(stateOf(cloud)).toEqual(wanted)
    expect(cloud.calls.filter(call => call === 'databasecollectionadd' || call === 'ModifySafeRule')).toEqual([])
    expect(said).toContain(`索引 indexes: 新建或改动 0，共 ${allIndexes}`)
  })
  test('adds what a newer version asks for to what is there, and mends a rule somebody opened', async () => {
    const cloud = await cloudThat()
    await run(cloud)
    cloud.kept.get('topics')!.indexes.delete('topics_dueAt')
    cloud.kept.get('ballots')!.rule = '{"read":true,"write":false}'
    cloud.kept.delete('ratings')
    await run(cloud)
    const byName = (some: unknown[][]) =>
      some.map(each => JSON.stringify([each[0], (each[1] as { name: string }[]).map(({ name }) => name).sort(), each[2], each[3]])).sort()
    expect(byName(stateOf(cloud))).toEqual(byName(wanted as unknown[][]))
  })
  test('closes a fresh collection to the phone before anything else is done with it', async () => {
    const cloud = await cloudThat()
    await run(cloud)
    expect(cloud.calls.lastIndexOf('ModifySafeRule')).toBeLessThan(cloud.calls.indexOf('updateindex'))
  })
  test('stops at the call that fails, says what is done and what is not, and goes on from there', async () => {
    let broken = true
    const cloud = await cloudThat({ fails: (call, body) => broken && call === 'updateindex' && body.collection_name === 'motions' })
    const first = await run(cloud)
    expect([first.code, first.uploaded]).toEqual([1, []])
    expect(first.said).toContain('✗ 索引 indexes: updateIndex: -1 system error')
    expect(first.said).toMatch(/done: 集合 collections · 安全规则 rules\n.*not done: 索引 indexes · 云函数 function api/)
    broken = false
    expect((await run(cloud)).code).toBe(0)
    expect(stateOf(cloud)).toEqual(wanted)
  })
  test('does not bring functions to rows that are open: a rule that cannot be set stops it, unless a person says he set them', async () => {
    const cloud = await cloudThat({ fails: call => call === 'DescribeSafeRule' })
    expect(await run(cloud)).toMatchObject({ code: 1, uploaded: [] })
    const byHand = await run(cloud, { args: ['--rules-by-hand'] })
    expect(byHand.code).toBe(0)
    expect(byHand.said).toContain('没有查')
  })
  test('an upload that fails is not called done', async () => {
    const { code, said } = await run(await cloudThat(), { full: true })
    expect(code).toBe(1)
    expect(said).toContain('✗ 云函数 function api: no room')
    expect(said).toContain(`not done: ${functions.map(({ name }) => `云函数 function ${name}`).join(' · ')} · 小程序`)
  })
  test('with a wrong secret nothing is touched', async () => {
    const cloud = await cloudThat({ secret: 'another' })
    expect(await run(cloud)).toMatchObject({ code: 1, uploaded: [] })
    expect(cloud.calls).toEqual(['stable_token'])
  })
  test('without a connection it says so, and no address with a token in it', async () => {
    const cloud = await cloudThat()
    const { code, said } = await run({
      ...cloud,
      fetch: (url, init) => (url.includes('/tcb/') ? Promise.reject(new Error(`connect ${url}`)) : cloud.fetch(url, init)),
    })
    expect(code).toBe(1)
    expect(said).toContain('no-connection')
  })
})

describe('what is asked of Tencent Cloud', () => {
  test('is signed as its own client signs it', () => {
    const { authorization } = signed(
      { id: 'id-1', key: 'key-1', session: 's' },
      'DescribeSafeRule',
      '{"EnvId":"cun-1","WxAppId":"wx0123","CollectionName":"topics"}',
      1764043200000,
    )
    const [scope, headers, signature] = (authorization ?? '').split(', ')
    expect(scope).toBe('TC3-HMAC-SHA256 Credential=id-1/2025-11-25/tcb/tc3_request')
    expect(headers).toBe('SignedHeaders=content-type;host')
    expect(signature).toMatch(/^Signature=5ac932d715d34de9ee9aced0507ad8e2/)
  })
})

describe('before a deployment', () => {
  test('what is missing is named, each by each, and the cloud is not asked', async () => {
    const cloud = await cloudThat()
    const none = await run(cloud, { settings: {} })
    expect(none.code).toBe(1)
    for (const name of Object.keys(env)) expect(none.said).toContain(name)
    const gone = await run(cloud, { settings: { ...env, WECHAT_CI_KEY: path.join(folder, 'gone.key') } })
    expect([gone.code, gone.said.includes('没有这个文件'), gone.said.includes('WECHAT_APPID：')]).toEqual([1, true, false])
    expect(cloud.calls).toEqual([])
  })
  test('the plan names everything, asks nobody and ends well, keys or no keys', async () => {
    const cloud = await cloudThat()
    for (const settings of [{}, env]) {
      const { code, said } = await run(cloud, { args: ['--dry-run'], settings })
      expect(code).toBe(0)
      for (const { name } of [...collections, ...functions]) expect(said).toContain(name)
      expect(said).toContain('0 */30 * * * * *')
      for (const { title } of Object.values(templates)) expect(said).toContain(title)
      expect(said).toContain('ORG_ID')
    }
    expect(cloud.calls).toEqual([])
  })
  test('a word it does not know is not taken for a yes', async () => {
    const cloud = await cloudThat()
    expect(await run(cloud, { args: ['--dryrun'] })).toMatchObject({ code: 1, uploaded: [] })
    expect(cloud.calls).toEqual([])
  })
})
