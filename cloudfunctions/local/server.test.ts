import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryStore } from '../adapters/memory/store'
import { filesOnDisk } from '../adapters/files/disk'
import { isRestDay } from '../adapters/rest-days'
import { createServe } from '../api/serve'
import { chance } from './chance'
import { wordListCheck } from './content-check'
import { demoPeople, orgId } from './demo/people'
import { movingClock, type MovingClock } from './moving-clock'
import { withoutPhones } from './no-phones'
import { villageServer } from './server'
import { siteIn } from './static-site'

let folder = ''
let clock: MovingClock
const people = demoPeople()
const open: Server[] = []
const faults: unknown[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'village-'))
  await mkdir(path.join(folder, 'h5', 'js'), { recursive: true })
  await writeFile(
    path.join(folder, 'h5', 'index.html'),
    '<!doctype html><script>var rem = 1</script><script src="/js/app.0123abcd.js"></script>',
  )
  await writeFile(path.join(folder, 'h5', 'js', 'app.0123abcd.js'), `console.log('${'示范'.repeat(400)}')`)
  await writeFile(path.join(folder, 'secret.txt'), 'not yours')
  clock = await movingClock(path.join(folder, 'clock.json'))
  faults.length = 0
})
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  await rm(folder, { recursive: true })
})

async function village(demo: boolean, serve?: () => Promise<never>): Promise<number> {
  const files = filesOnDisk(path.join(folder, 'files'))
  const store = memoryStore({ orgs: [people.org], people: people.people, accounts: people.accounts })
  const ports = { store, clock, contentCheck: wordListCheck, files, chance, isRestDay, ...withoutPhones }
  const server = villageServer({
    serve: serve ?? createServe(ports, orgId),
    files,
    site: await siteIn(path.join(folder, 'h5')),
    fault: (_, error) => faults.push(error),
    demo: demo
      ? {
          identities: people.identities,
          advance: async by => {
            await clock.advance(by)
            return clock.now()
          },
        }
      : null,
  })
  open.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}
/** Node's own client, because `fetch` tidies paths and forbids a false Host. */
function ask(port: number, { method = 'GET', path: at = '/', headers = {}, body }: Asked) {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; bytes: Buffer }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path: at, headers }, async response => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
const post = async (port: number, at: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await ask(port, {
    method: 'POST',
    path: at,
    headers,
    body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
  return {
    status: answer.status,
    reply: JSON.parse(answer.bytes.toString()) as {
      ok: boolean
      refusal?: string
      value?: { person: { name: string } | null; now: number }
    },
  }
}
const whoAmI = { name: 'me.view', input: {} }
const badInput = { ok: false, refusal: 'bad-input' }

describe('the local server', () => {
  test('says when it can serve', async () => {
    const answer = await ask(await village(true), { path: '/healthz' })
    expect([answer.status, answer.bytes.toString()]).toEqual([200, '{"ok":true}'])
  })
  test('takes a body that is not JSON, or too large, for what it is', async () => {
    const port = await village(true)
    for (const body of ['', '{', 'name=me.view', Buffer.from([0x22, 0xff, 0x22])])
      expect(await post(port, '/api', body)).toEqual({ status: 400, reply: badInput })
    expect(await post(port, '/api', JSON.stringify('x'.repeat(1_000_001)))).toEqual({ status: 413, reply: badInput })
    expect(await post(port, '/api', Buffer.alloc(5_000_000, 32), { 'transfer-encoding': 'chunked' })).toEqual({
      status: 413,
      reply: badInput,
    })
    for (const body of [[], 'words', 7, null, { name: 'me.view' }])
      expect(await post(port, '/api', JSON.stringify(body))).toEqual({ status: 200, reply: badInput })
    expect(await post(port, '/api', { name: 'toString', input: {} })).toEqual({
      status: 200,
      reply: { ok: false, refusal: 'no-such-operation' },
    })
  })
  test('believes a demo identity in a demonstration', async () => {
    const port = await village(true)
    expect((await post(port, '/api', whoAmI, { 'x-demo-identity': 'moderator' })).reply.value?.person).not.toBeNull()
    expect((await post(port, '/api', whoAmI, { 'x-demo-identity': 'guest' })).reply.value?.person).toBeNull()
    expect((await post(port, '/api', whoAmI)).reply.value?.person).toBeNull()
    const listed = JSON.parse((await ask(port, { path: '/demo/identities' })).bytes.toString()) as { id: string }[]
    expect(listed.length).toBe(people.identities.length)
  })
  test('believes no header outside a demonstration, and has no clock to move', async () => {
    const port = await village(false)
    expect((await post(port, '/api', whoAmI, { 'x-demo-identity': 'moderator' })).reply.value?.person).toBeNull()
    expect((await ask(port, { path: '/demo/identities' })).status).toBe(404)
    expect((await ask(port, { method: 'POST', path: '/demo/clock', body: '{"advance":"P1D"}' })).status).toBe(405)
  })
  test('moves the clock forward only, and a restart keeps the time', async () => {
    const port = await village(true)
    const before = clock.now()
    expect((await post(port, '/demo/clock', { advance: 'P15DT2H' })).reply.value?.now).toBeGreaterThanOrEqual(
      before + 15 * 86_400_000 + 7_200_000,
    )
    for (const advance of ['-P1D', 'P', 'PT', 'P1Y', 'P1M', 'P9999D', 'PT0S', '1 day', 7, null])
      expect(await post(port, '/demo/clock', { advance })).toEqual({ status: 400, reply: badInput })
    expect((await movingClock(path.join(folder, 'clock.json'))).now()).toBeGreaterThanOrEqual(before + 15 * 86_400_000 + 7_200_000)
  })
  test('is spoken to by pages of this machine alone in a demonstration', async () => {
    const port = await village(true)
    for (const host of ['evil.example', `127.0.0.1.evil.example:${port}`])
      expect((await ask(port, { path: '/demo/identities', headers: { host } })).status).toBe(403)
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example'])
      expect((await ask(port, { method: 'POST', path: '/api', body: JSON.stringify(whoAmI), headers: { origin } })).status).toBe(403)
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`])
      expect((await ask(port, { path: '/healthz', headers: { host, origin: `http://${host}` } })).status).toBe(200)
  })
  test('gives the built app, packed and for ever where the name says so', async () => {
    const port = await village(true)
    const index = await ask(port, {})
    expect([index.status, index.headers['content-type'], index.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect(index.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='.*frame-ancestors 'none'/)
    expect([index.headers['x-content-type-options'], index.headers['referrer-policy']]).toEqual(['nosniff', 'no-referrer'])
    const script = await ask(port, { path: '/js/app.0123abcd.js', headers: { 'accept-encoding': 'gzip, br' } })
    expect([script.headers['content-encoding'], script.headers['cache-control']]).toEqual(['gzip', 'public, max-age=31536000, immutable'])
    expect(gunzipSync(script.bytes).toString()).toContain('示范')
    expect((await ask(port, { path: '/js/app.0123abcd.js', headers: { 'if-none-match': String(script.headers.etag) } })).status).toBe(304)
  })
  test('gives nothing outside the built app', async () => {
    const port = await village(true)
    for (const at of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/js/../../secret.txt',
      '//secret.txt',
      '/js',
      '/js/',
      '/.data/village.db',
      '/files/../secret.txt',
      '/files/%2e%2e%2fsecret.txt',
      '/files/..%5csecret.txt',
      '/files/',
    ]) {
      expect([at, (await ask(port, { path: at })).status]).toEqual([at, 404])
    }
    expect((await ask(port, { path: '/%zz' })).status).toBe(400)
  })
  test('shows a picture as a picture and nothing else', async () => {
    const port = await village(true)
    await filesOnDisk(path.join(folder, 'files')).put('00112233445566778899aabbccddeeff', Buffer.from('<script>'), 'image/png')
    const answer = await ask(port, { path: '/files/00112233445566778899aabbccddeeff' })
    expect([answer.status, answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([200, 'image/png', 'nosniff'])
    expect(answer.headers['content-security-policy']).toContain('sandbox')
    expect((await ask(port, { path: '/files/00112233445566778899aabbccddee00' })).status).toBe(404)
  })
  test('a fault of ours is a 500 that is reported, and the next visitor is served', async () => {
    const port = await village(true, () => Promise.reject(new Error('a rule forgot something')))
    expect((await post(port, '/api', whoAmI)).status).toBe(500)
    expect(faults.length).toBe(1)
    expect((await ask(port, { path: '/healthz' })).status).toBe(200)
  })
})
