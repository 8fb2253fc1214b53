import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fetch } from './cloud-api'

interface Kept {
  readonly indexes: Map<string, unknown>
  aclTag: string
  rule: string
}

/**
 * A stand-in for the two doors that a deployment knocks at, on loopback: what was made is kept, what is there already is refused as the
 * cloud refuses it. It does not look whether a signature is right.
 */
export async function standInCloud({
  secret = 'app-secret-of-the-village',
  fails = () => false,
}: {
  readonly secret?: string
  fails?(call: string, body: Readonly<Record<string, unknown>>): boolean
} = {}) {
  const kept = new Map<string, Kept>(),
    calls: string[] = []
  const no = (errcode: number, errmsg: string) => ({ errcode, errmsg })

  function answer(call: string, token: string | null, body: Readonly<Record<string, unknown>>): object {
    if (call === 'stable_token')
      return body.secret === secret ? { access_token: 'token-1', expires_in: 7200 } : no(40125, `invalid appsecret`)
    if (/^[a-z]/.test(call) && token !== 'token-1') return no(40014, 'invalid access_token')
    if (fails(call, body))
      return /^[a-z]/.test(call) ? no(-1, 'system error') : { Response: { Error: { Code: 'InternalError', Message: 'try later' } } }
    const name = String(body.collection_name ?? body.CollectionName),
      found = kept.get(name)
    if (call === 'getqcloudtoken') return { errcode: 0, secretid: 'id-1', secretkey: 'key-1', token: 'session-1', expired_time: 1 }
    if (call === 'databasecollectionget') {
      const all = [...kept].map(([name, { indexes }]) => ({ name, count: 0, size: 0, index_count: indexes.size + 1, index_size: 0 }))
      return {
        errcode: 0,
        collections: all.slice(Number(body.offset), Number(body.offset) + Math.min(Number(body.limit), 10)),
        pager: { Total: all.length },
      }
    }
    if (call === 'databasecollectionadd') {
      if (found) return no(-502001, 'table exist')
      // A new collection has the console's default: every phone may write rows of its own. A deployment must close it.
      kept.set(name, { indexes: new Map(), aclTag: 'PRIVATE', rule: '' })
      return { errcode: 0 }
    }
    if (!found) return no(-502005, 'collection not exists')
    if (call === 'updateindex') {
      const [index] = body.create_indexes as [{ readonly name: string }]
      if (found.indexes.has(index.name)) return no(-501000, `index ${index.name} already exists`)
      found.indexes.set(index.name, index)
      return { errcode: 0 }
    }
    if (call === 'DescribeSafeRule') return { Response: { AclTag: found.aclTag, Rule: found.rule } }
    if (call === 'ModifySafeRule') {
      found.aclTag = String(body.AclTag)
      found.rule = String(body.Rule)
      return { Response: {} }
    }
    return no(40066, 'invalid url')
  }
  const server = createServer((request, response) => {
    void textOf(request).then(text => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cloud')
      const call = request.headers['x-tc-action'] ?? pathname.split('/').at(-1)
      calls.push(String(call))
      response.end(JSON.stringify(answer(String(call), searchParams.get('access_token'), JSON.parse(text) as Record<string, unknown>)))
    })
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const through: Fetch = (url, { headers, ...init }) => {
    const { host: _host, ...others } = headers
    return fetch(url.replace(/^https:\/\/[^/]+/, base), { ...init, headers: others })
  }
  return { kept, calls, fetch: through, close: () => new Promise(resolve => server.close(resolve)) }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
