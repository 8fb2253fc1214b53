import { createHash, createHmac } from 'node:crypto'
import type { CloudIndex } from './database'

export type Fetch = (
  url: string,
  init: { readonly method: 'POST'; readonly headers: Readonly<Record<string, string>>; readonly body: string },
) => Promise<{ readonly status: number; json(): Promise<unknown> }>

/** The cloud said no. What it said is shown; what we sent is not, there are secrets in it. */
export class CloudRefused extends Error {
  constructor(
    readonly call: string,
    readonly code: string,
    readonly said: string,
  ) {
    super(`${call}: ${code} ${said}`)
  }
}

export interface CloudApi {
  /** Collections that are there, with how many indexes each has. */
  collections(): Promise<ReadonlyMap<string, number>>
  addCollection(name: string): Promise<void>
  /** Whether it was made now; false where it was there already. */
  addIndex(collection: string, index: CloudIndex): Promise<boolean>
  /** A collection's own rule as it stands, or null where it has one of the ready-made permissions. */
  rule(collection: string): Promise<unknown>
  setRule(collection: string, rule: object): Promise<void>
}
export interface CloudKey {
  readonly appid: string
  readonly secret: string
  readonly env: string
}

const wechat = 'https://api.weixin.qq.com'
const tencentHost = 'tcb.tencentcloudapi.com'
const pageSize = 50
const thereAlready = /exist|already|duplicat|已存在|重复/i

/**
 * What `npm run deploy` asks of the cloud: WeChat's HTTP API for collections and indexes, and Tencent Cloud's for rules, which WeChat's
 * lacks. The key for the second is lent by the first for half an hour. No interface lists indexes by name, so making one that is there and
 * being told so is how one looks.
 */
export async function cloudApi({ appid, secret, env }: CloudKey, fetch: Fetch, now: () => number): Promise<CloudApi> {
  // The stable token, since asking for the ordinary one makes the token invalid that another server of this appid is using.
  const { access_token: token } = await post('getStableAccessToken', `${wechat}/cgi-bin/stable_token`, {
    grant_type: 'client_credential',
    appid,
    secret,
  })
  if (typeof token !== 'string' || token === '') throw new CloudRefused('getStableAccessToken', 'no-token', '')
  let lent: Promise<Lent> | undefined

  async function post(call: string, url: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const answer = await jsonOf(
      call,
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    )
    const code = answer.errcode ?? 0
    if (code !== 0) throw new CloudRefused(call, textOf(code), textOf(answer.errmsg))
    return answer
  }
  const tcb = (call: string, body: object) =>
    post(call, `${wechat}/tcb/${call.toLowerCase()}?access_token=${encodeURIComponent(token)}`, { env, ...body })

  async function borrow(): Promise<Lent> {
    const {
      secretid,
      secretkey,
      token: session,
    } = await post('getQcloudToken', `${wechat}/tcb/getqcloudtoken?access_token=${encodeURIComponent(token as string)}`, { lifespan: 1800 })
    return { id: textOf(secretid), key: textOf(secretkey), session: textOf(session) }
  }
  async function tencent(action: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const payload = JSON.stringify({ EnvId: env, WxAppId: appid, ...body })
    const headers = signed(await (lent ??= borrow()), action, payload, now())
    const { Response: answer } = (await jsonOf(action, fetch(`https://${tencentHost}/`, { method: 'POST', headers, body: payload }))) as {
      readonly Response?: Readonly<Record<string, unknown>>
    }
    const error = answer?.Error as { readonly Code?: unknown; readonly Message?: unknown } | undefined
    if (!answer || error) throw new CloudRefused(action, textOf(error?.Code ?? 'no-answer'), textOf(error?.Message))
    return answer
  }

  return {
    async collections() {
      const found = new Map<string, number>()
      for (;;) {
        // The cloud may answer with fewer than were asked for, so the next page begins behind what has really come.
        const { collections = [] } = (await tcb('databaseCollectionGet', { limit: pageSize, offset: found.size })) as {
          readonly collections?: readonly { readonly name: string; readonly index_count: number }[]
        }
        const before = found.size
        for (const { name, index_count } of collections) found.set(name, index_count)
        if (found.size === before) return found
      }
    },
    async addCollection(name) {
      await tcb('databaseCollectionAdd', { collection_name: name })
    },
    async addIndex(collection, index) {
      try {
        await tcb('updateIndex', { collection_name: collection, create_indexes: [index], drop_indexes: [] })
        return true
      } catch (error) {
        if (error instanceof CloudRefused && thereAlready.test(error.said)) return false
        throw error
      }
    },
    async rule(collection) {
      const { AclTag, Rule } = await tencent('DescribeSafeRule', { CollectionName: collection })
      if (AclTag !== 'CUSTOM' || typeof Rule !== 'string') return null
      try {
        return JSON.parse(Rule) as unknown
      } catch {
        return null
      }
    },
    async setRule(collection, rule) {
      await tencent('ModifySafeRule', { CollectionName: collection, AclTag: 'CUSTOM', Rule: JSON.stringify(rule) })
    },
  }
}

export interface Lent {
  readonly id: string
  readonly key: string
  readonly session: string
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

async function jsonOf(call: string, answer: ReturnType<Fetch>): Promise<Readonly<Record<string, unknown>>> {
  let status: number, body: unknown
  try {
    const got = await answer
    status = got.status
    body = await got.json()
  } catch (error) {
    // Only the error's name is passed on: its message may quote the address, and the address holds the token.
    throw new CloudRefused(call, 'no-connection', error instanceof Error ? error.name : '')
  }
  if (status !== 200 || typeof body !== 'object' || body === null) throw new CloudRefused(call, `HTTP ${status}`, '')
  return body as Readonly<Record<string, unknown>>
}

/** TC3-HMAC-SHA256: the day, the service and the end word each narrow the key. */
export function signed({ id, key, session }: Lent, action: string, payload: string, now: number): Record<string, string> {
  const seconds = String(Math.floor(now / 1000)),
    day = new Date(now).toISOString().slice(0, 10),
    service = 'tcb'
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const mac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest()
  const request = ['POST', '/', '', `content-type:application/json\nhost:${tencentHost}\n`, 'content-type;host', hash(payload)].join('\n')
  const scope = `${day}/${service}/tc3_request`
  const toSign = ['TC3-HMAC-SHA256', seconds, scope, hash(request)].join('\n')
  const signature = createHmac('sha256', mac(mac(mac(`TC3${key}`, day), service), 'tc3_request'))
    .update(toSign)
    .digest('hex')
  return {
    'content-type': 'application/json',
    host: tencentHost,
    'x-tc-action': action,
    'x-tc-version': '2018-06-08',
    'x-tc-timestamp': seconds,
    'x-tc-token': session,
    authorization: `TC3-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`,
  }
}
