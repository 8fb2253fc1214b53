import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import cloud from 'wx-server-sdk'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { wechatFiles } from '../cloudfunctions/adapters/wechat/files'
import { startCloudBase, type CloudBase } from '../cloudfunctions/adapters/wechat/stand-in/cloud-base'

/** These tests use the SDK as it is bundled into the functions, not the installed one: what the bundle leaves out must not be missed. */
vi.mock('wx-server-sdk', async () => {
  const { withoutBallast } = (await import(path.resolve(import.meta.dirname, 'cloud-ballast.mjs'))) as { withoutBallast: Plugin }
  const outfile = path.join(tmpdir(), `village-sdk-${process.pid}.cjs`)
  await build({
    stdin: { contents: "module.exports = Object.assign(require('wx-server-sdk'), { carried: true })", resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    mainFields: ['module', 'main'],
    plugins: [withoutBallast],
  })
  const carried = createRequire(import.meta.url)(outfile) as object
  rmSync(outfile)
  return { default: carried }
})

let cloudBase: CloudBase
beforeAll(async () => {
  cloudBase = await startCloudBase()
})
afterAll(() => cloudBase.stop())

test('what answers here is the SDK that the functions carry', () => {
  expect(cloud).toHaveProperty('carried')
})
test('without what is never asked, it still commits a secret ballot', async () => {
  const { store } = cloudBase.environment()
  await store.commit(async tx => {
    await tx.insert('marks', { id: 'm1:a', orgId: 'o1', motionId: 'm1', day: '2026-03-01' })
    await tx.insert('secretBallots', { id: 'm1:x', orgId: 'o1', motionId: 'm1', choice: 'for' })
  })
  expect(await store.get('secretBallots', 'm1:x')).toMatchObject({ choice: 'for' })
})
test('it still keeps a picture and gives it back', async () => {
  const village = cloudBase.environment(),
    files = wechatFiles(village.cloud, village.filesRoot),
    picture = Buffer.from([0xff, 0xd8, 7])
  await files.put('a-picture', picture, 'image/jpeg')
  expect(await files.get('a-picture')).toEqual({ bytes: picture, mime: 'image/jpeg' })
  await files.remove('a-picture')
  expect(await files.get('a-picture')).toBeUndefined()
})
test('it still asks WeChat, and takes a picture for an answer', async () => {
  const village = cloudBase.environment()
  village.onOpenApi = () => new Uint8Array([0xff, 0xd8])
  const { wxacode } = village.cloud.openapi as { wxacode: { getUnlimited(asked: object): Promise<{ buffer: Uint8Array }> } }
  expect([...(await wxacode.getUnlimited({ scene: 's' })).buffer]).toEqual([0xff, 0xd8])
})
