import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Org } from '@/domain/village/org'
import type { LoadableStore } from '../adapters/bulk-load'
import { filesOnDisk } from '../adapters/files/disk'
import { isRestDay } from '../adapters/rest-days'
import { libsqlStore } from '../adapters/sql/libsql'
import { postgresStore } from '../adapters/sql/postgres'
import { vaultOf } from '../adapters/vault'
import { createServe } from '../api/serve'
import { KeyTaken, type Clock, type Files, type Ports } from '../ports'
import { tick } from '../tick/tick'
import { chance } from './chance'
import { wordListCheck } from './content-check'
import { demoPeople, orgId as demoOrgId } from './demo/people'
import { isLoaded, loadDemoVillage, newDemoVillage, type DemoNeeds } from './demo/village'
import { orgFrom } from './founding'
import { movingClock, type MovingClock } from './moving-clock'
import { noPhoneButton, withoutPhones } from './no-phones'
import { villageServer, type Demo } from './server'
import { siteIn } from './static-site'
import { qrCodes } from './qr-codes'
import { startTicker } from './ticker'
import { vaultKey } from './vault-key'

export interface Settings {
  readonly port: number
  /** Where a village that is no demonstration listens. A demonstration listens on this machine alone. */
  readonly host: string
  readonly demo: boolean
  /** Which village of the database. */
  readonly orgId: string | undefined
  /** What a village opened for the first time is to be. */
  readonly founding: (id: string) => Org
  readonly dataDir: string
  readonly filesDir: string
  readonly siteDir: string
  /** PostgreSQL; without it the embedded database in the data folder. */
  readonly databaseUrl: string | undefined
  /** Under which address people reach the web app; printed into codes. Without it: where the server listens. */
  readonly publicAddress: string | undefined
  /** What phone numbers are sealed with; without it one is drawn and kept in the data folder. */
  readonly vaultKey?: string | undefined
}

export interface Running {
  readonly address: string
  stop(): Promise<void>
}

const beat = 5_000

/** The settings of a server from its environment. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const port = Number(env.PORT ?? 10086)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not ${env.PORT}`)
  const dataDir = path.resolve(root, env.DATA_DIR || '.data')
  return {
    port,
    host: env.HOST || '127.0.0.1',
    demo: env.DEMO === '1',
    orgId: env.ORG_ID || undefined,
    founding: id => orgFrom(env, id),
    dataDir,
    filesDir: env.FILES_DIR ? path.resolve(root, env.FILES_DIR) : path.join(dataDir, 'files'),
    siteDir: path.join(root, 'dist', 'h5'),
    databaseUrl: env.DATABASE_URL || undefined,
    vaultKey: env.VAULT_KEY || undefined,
    publicAddress: env.PUBLIC_ADDRESS?.replace(/\/+$/, '') || undefined,
  }
}

/** A village on this machine: opens its store, fills an empty demonstration, and serves until told to stop. */
export async function runVillage(settings: Settings, say: (line: string) => void): Promise<Running> {
  await mkdir(settings.dataDir, { recursive: true })
  const host = await hostOf(settings, say)
  const store = settings.databaseUrl ? await postgresStore(settings.databaseUrl) : await embedded(settings, host)
  try {
    return await open(settings, store, host)
  } catch (error) {
    await store.close()
    throw error
  }
}

/** What this machine is to a village, its store aside. */
interface Host {
  readonly clock: MovingClock | null
  readonly files: Files
  say(line: string): void
}

const hostOf = async ({ demo, dataDir, filesDir }: Settings, say: Host['say']): Promise<Host> => ({
  clock: demo ? await movingClock(path.join(dataDir, 'clock.json')) : null,
  files: filesOnDisk(filesDir),
  say,
})

/**
 * The embedded database. A demonstration that is not there yet is written in one piece before it is opened: row by row that takes twice as
 * long.
 */
async function embedded({ dataDir, orgId = demoOrgId }: Settings, host: Host): Promise<LoadableStore> {
  const file = path.join(dataDir, 'village.db')
  if (host.clock && orgId === demoOrgId && !existsSync(file)) await newDemoVillage(file, demoNeeds(host, host.clock))
  return libsqlStore(file)
}

function demoNeeds({ files, say }: Host, clock: Clock): DemoNeeds {
  say('正在装入示范村（示范数据，都不是真人）… Loading the demo village (synthetic data)…')
  return {
    files,
    isRestDay,
    now: clock.now(),
    progress: line => {
      say(`  ${line}`)
    },
  }
}

async function open(settings: Settings, store: LoadableStore, host: Host): Promise<Running> {
  const { clock, files, say } = host
  let address = ''
  const ports: Ports = {
    store,
    clock: clock ?? { now: Date.now },
    contentCheck: wordListCheck,
    files,
    chance,
    codes: qrCodes(() => settings.publicAddress ?? address),
    isRestDay,
    phones: noPhoneButton,
    push: null,
    alarm: withoutPhones.alarm,
    vault: vaultOf(await vaultKey(settings.vaultKey, settings.dataDir)),
  }
  const orgId = clock ? await openDemo(settings, host, clock, store) : await openVillage(settings, store)

  const ticker = startTicker(
    async () => {
      const { settled, steps, messages } = await tick(ports)
      return { more: settled + steps + messages > 0 }
    },
    beat,
    error => {
      fault('tick', error)
    },
  )
  const demo: Demo | null = clock && {
    identities: demoPeople().identities,
    async advance(milliseconds) {
      await clock.advance(milliseconds)
      await ticker.settle()
      return clock.now()
    },
  }
  const site = await siteIn(settings.siteDir)
  if (!site) say('没有网页（先运行 npm run build:h5），只有接口 · No web app built (npm run build:h5): the API alone is served')
  const server = villageServer({ serve: createServe(ports, orgId), files: ports.files, site, demo, fault })
  address = await listen(server, settings.port, settings.demo ? '127.0.0.1' : settings.host).catch(async error => {
    await ticker.stop()
    throw error
  })
  return {
    address,
    async stop() {
      await close(server)
      await ticker.stop()
      await store.close()
    },
  }
}

async function openDemo({ orgId = demoOrgId }: Settings, host: Host, clock: Clock, store: LoadableStore): Promise<string> {
  if (orgId === demoOrgId && !(await isLoaded(store))) await loadDemoVillage(store, demoNeeds(host, clock))
  const org = await store.get('orgs', orgId)
  // In a demonstration a header says who somebody is: with a real village, anybody could then be anybody.
  if (!org?.demo)
    throw new Error(`${org?.name ?? orgId} 不是示范村，不能用 DEMO=1 打开 · ${orgId} is no demo village and is not opened with DEMO=1`)
  return orgId
}

/** The village named in the settings, or the one that is there; a database without any gets a new one, with nobody in it yet. */
async function openVillage({ orgId, founding }: Settings, store: LoadableStore): Promise<string> {
  const id = orgId ?? ((await isLoaded(store)) ? demoOrgId : 'village')
  const found = await store.get('orgs', id)
  if (!found)
    await store
      .commit(tx => tx.insert('orgs', founding(id)))
      .catch((fault: unknown) => {
        if (!(fault instanceof KeyTaken)) throw fault
      })
  return id
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { address, port: bound, family } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`)
    })
  })
}

/** Lets who is being served be served; idle connections go at once, the rest within ten seconds. */
function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(() => {
      server.closeAllConnections()
    }, 10_000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** What went wrong and where in the code, without a word of what people wrote: messages of errors may quote it, stacks do not. */
function fault(where: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error
  const stack =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter(line => /^\s+at /.test(line))
          .slice(0, 12)
          .join('\n')
      : ''
  console.error(`[${new Date().toISOString()}] fault ${randomBytes(4).toString('hex')} in ${where}: ${kind}\n${stack}`)
}
