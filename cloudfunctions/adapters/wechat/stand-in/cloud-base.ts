import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import cloud from 'wx-server-sdk'
import type { Row, Table } from '../../../ports'
import { tableNames } from '../../../tables'
import type { LoadableStore } from '../../bulk-load'
import { documentOf } from '../document'
import { wechatStore } from '../store'
import { actions, type Asked } from './actions'
import { Documents } from './documents'
import { Faults, type Fault } from './faults'
import { readOpenApiCall, writeOpenApiAnswer, type OpenApiCall } from './open-api'
import { conflict, Refused } from './refused'
import { Storage } from './storage'

type Cloud = ReturnType<typeof cloud.createNewInstance>

/** One environment of CloudBase's: empty collections, storage, and WeChat's interfaces. */
export interface Environment {
  /** The real SDK, speaking to this environment. */
  readonly cloud: Cloud
  readonly store: LoadableStore
  /** Where its files lie: what the console shows as FILES_ROOT. */
  readonly filesRoot: string
  /** Puts rows there at once, and asks the server nothing. */
  load<T extends Table>(table: T, rows: readonly Row<T>[]): void
  /** Requests since the last `reset`, by action: 'database.getDocument' → 12. */
  readonly calls: ReadonlyMap<string, number>
  fault(fault: Fault): void
  /** Whether every fault has happened. */
  readonly faultsSpent: boolean
  /** Forgets the counts and what was to go wrong; rows stay. */
  reset(): void
  /** What WeChat's interfaces answer, by their names and the fields as they travel (snake_case); bytes are a picture. */
  onOpenApi: (name: string, data: OpenApiCall['data']) => object
}

export interface CloudBase {
  environment(options?: { readonly transactionMs?: number }): Environment
  stop(): Promise<void>
}

interface Served {
  readonly documents: Documents
  readonly faults: Faults
  readonly storage: Storage
  readonly calls: Map<string, number>
  answer(call: OpenApiCall): object
}

/**
 * For tests and benches: CloudBase's HTTP interface on the loopback, to which the real wx-server-sdk speaks. It is stricter than the real
 * one wherever that one is forgiving.
 */
export async function startCloudBase(): Promise<CloudBase> {
  // Else the SDK asks the network where it runs; and it would warn of slow requests that only wait on purpose.
  Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'village', SILENCE: 'true' })
  const environments = new Map<string, Served>()
  const server = createServer((request, response) => {
    serve(environments, request, response).catch((fault: unknown) => {
      response.statusCode = 500
      response.end(String(fault))
    })
  })
  server.keepAliveTimeout = 60_000
  // The SDK adds a listener to its socket with every request and takes none away.
  server.maxRequestsPerSocket = 8
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    environment({ transactionMs = 30_000 } = {}) {
      const env = `village-${environments.size + 1}`
      const documents = new Documents(tableNames, transactionMs),
        faults = new Faults(),
        calls = new Map<string, number>()
      const instance = cloud.createNewInstance({ env, secretId: 'none', secretKey: 'none', serviceUrl: `${origin}/admin`, keepalive: true })
      const store = wechatStore(instance.database({ throwOnNotFound: false }))
      const load = <T extends Table>(table: T, rows: readonly Row<T>[]) => {
        documents.seed(
          table,
          rows.map(row => documentOf(table, row)),
        )
      }
      const environment: Environment = {
        cloud: instance,
        store: {
          ...store,
          bulkLoad: async (table, rows) => {
            load(table, rows)
          },
        },
        filesRoot: `cloud://${env}.bucket`,
        load,
        calls,
        fault: fault => {
          faults.add(fault)
        },
        get faultsSpent() {
          return faults.spent
        },
        reset() {
          calls.clear()
          faults.clear()
        },
        onOpenApi: () => ({ errcode: 0, errmsg: 'ok' }),
      }
      environments.set(env, {
        documents,
        faults,
        calls,
        storage: new Storage(env, origin),
        answer: ({ name, data }) => environment.onOpenApi(name, data),
      })
      return environment
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function serve(environments: ReadonlyMap<string, Served>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks),
    type = request.headers['content-type'] ?? '',
    url = new URL(request.url ?? '', 'http://loopback')
  const [, place, name = ''] = url.pathname.split('/')
  if (place === 'cos') {
    const kept = environments.get(name)?.storage.serve(request.method ?? '', url.pathname, body)
    response.statusCode = kept === undefined ? 404 : 200
    response.end(kept)
    return
  }
  const asked = type.startsWith('multipart/') ? { action: 'wx.openApi' } : (JSON.parse(body.toString()) as Asked)
  const served = environments.get(url.searchParams.get('env') ?? asked.envName ?? '')
  if (!served) throw new Error(`no environment ${url.search}`)
  served.calls.set(asked.action, (served.calls.get(asked.action) ?? 0) + 1)

  const fault = served.faults.next(asked)
  if (fault === 'http-500') {
    response.statusCode = 500
    response.end()
    return
  }
  const done =
    fault === 'timed-out-before' ? late() : fault === 'conflict' ? overtaken(served, asked) : await answerTo(served, asked, body, type)
  if (fault === 'dropped') {
    request.socket.destroy()
    return
  }
  const answer = fault === 'timed-out-after' ? late() : done
  response.setHeader('content-type', Buffer.isBuffer(answer) ? 'application/octet-stream' : 'application/json; charset=utf-8')
  response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify({ requestId: 'stand-in', ...answer }))
}

const late = () => ({ code: 'SERVER_TIMEOUT', message: '[ResourceUnavailable.ResourceTimeout] the server did not answer in time' })

/** A transaction that has met a conflict is over. */
function overtaken({ documents }: Served, { transactionId }: Asked): object {
  if (transactionId !== undefined) documents.forget(transactionId)
  const { code, message } = conflict()
  return { code, message }
}

async function answerTo({ documents, storage, answer }: Served, asked: Asked, body: Buffer, type: string): Promise<object> {
  if (asked.action === 'wx.openApi') return writeOpenApiAnswer(answer(readOpenApiCall(body, type)))
  try {
    const act = actions[asked.action]
    return act ? await act(documents, asked) : storage.act(asked)
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal
    return { code: refusal.code, message: refusal.message }
  }
}
