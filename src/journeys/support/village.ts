import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Input, OperationName, Reply } from '@/contract'

export interface DemoIdentity {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

/** The real server on a free port, with its data in a folder of its own. */
export interface Village {
  readonly address: string
  /** Asks as this demo identity, past the screens: to find what a journey needs, or to bring a topic where it starts. */
  ask<Name extends OperationName>(identity: string | null, name: Name, input: Input<Name>): Promise<Reply<Name>>
  identities(): Promise<readonly DemoIdentity[]>
  /** Moves the village's clock, e.g. by `P1D`; what falls due has been done when this returns. */
  advance(duration: string): Promise<void>
  close(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../..')

export async function openVillage(dataDir: string): Promise<Village> {
  const { DATABASE_URL: _elsewhere, ...env } = process.env
  const server = spawn(process.execPath, [path.join(root, 'config/serve.mjs')], {
    cwd: root,
    env: { ...env, DEMO: '1', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>(resolve => server.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk)
      const open = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (open) resolve(open[0])
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    void ended.then(code => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
  await fetch(`${address}/healthz`)

  async function post(where: string, body: unknown, identity: string | null): Promise<unknown> {
    const answer = await fetch(`${address}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(identity ? { 'x-demo-identity': identity } : {}) },
      body: JSON.stringify(body),
    })
    if (answer.status !== 200) throw new Error(`${where} answered ${answer.status}\n${said.slice(-2000)}`)
    return await answer.json()
  }
  return {
    address,
    async ask<Name extends OperationName>(identity: string | null, name: Name, input: Input<Name>) {
      return (await post('/api', { name, input }, identity)) as Reply<Name>
    },
    async identities() {
      return (await (await fetch(`${address}/demo/identities`)).json()) as DemoIdentity[]
    },
    async advance(duration) {
      await post('/demo/clock', { advance: duration }, null)
    },
    async close() {
      server.kill('SIGTERM')
      const code = await ended
      if (code !== 0) throw new Error(`the server ended with ${code}:\n${said.slice(-4000)}`)
      // A fault that no screen showed is still a fault.
      if (/\bfault [0-9a-f]{8} in /.test(said)) throw new Error(`the server had a fault:\n${said.slice(-4000)}`)
    },
  }
}
