import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atMost, rounded, type Bench } from './figure'
import { median } from './repeated'

const times = 3
const patience = 120_000

/**
 * From `npm start` to the first `{"ok":true}` of /healthz, everything built: in a new village, which is loaded first, and in one that is
 * there already.
 */
export const startTime: Bench = async ({ root, pages, server }) => {
  const seconds = { fresh: [] as number[], loaded: [] as number[] }
  for (let time = 0; time < times; time += 1) {
    const data = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
    for (const which of ['fresh', 'loaded'] as const) {
      await pages('h5')
      await server()
      seconds[which].push(await start(root, data))
    }
    rmSync(data, { recursive: true })
  }
  const figure = (each: number[]) => atMost(5, median(each), 's', { each: each.map(rounded) })
  return { 'new-village': figure(seconds.fresh), 'village-there': figure(seconds.loaded) }
}

async function start(root: string, data: string): Promise<number> {
  const port = await freePort()
  const { DATABASE_URL: _elsewhere, ...env } = process.env
  const begun = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...env, PORT: String(port), DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += String(chunk)
    })
  const ended = new Promise<void>(resolve => {
    child.once('close', () => {
      resolve()
    })
  })
  try {
    while (performance.now() - begun < patience && child.exitCode === null) {
      const answer = (await fetch(`http://127.0.0.1:${port}/healthz`).then(
        response => response.json(),
        () => null,
      )) as { ok?: boolean } | null
      if (answer?.ok === true) return (performance.now() - begun) / 1000
      await pause(10)
    }
    throw new Error(`npm start did not come to serve:\n${said}`)
  } finally {
    // The minus sign ends the whole process group: npm, and the server it started.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => {
        resolve(port)
      })
    })
  })
