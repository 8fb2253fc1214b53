import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Serve } from '../api/serve'
import type { Files } from '../ports'
import { durationOf } from './duration'
import { readJson } from './read-body'
import { securityHeaders } from './security-headers'
import type { Site, SiteFile } from './static-site'

export interface DemoIdentity {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly note: string
}

/** What only a demonstration has: people to be at a touch, and a clock that can be moved. */
export interface Demo {
  readonly identities: readonly DemoIdentity[]
  /** Moves the village's time forward and lets time do its errands; the new time. */
  advance(milliseconds: number): Promise<number>
}

export interface Village {
  readonly serve: Serve
  readonly files: Files
  /** The built H5 app; null where none was built. */
  readonly site: Site | null
  /** Null outside a demonstration: then no header says who somebody is. */
  readonly demo: Demo | null
  /** Told of our faults, never of what people wrote. */
  readonly fault: (where: string, error: unknown) => void
}

interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
}
type Route = (visit: Visit) => Promise<void> | void

/** The laptop's and the self-hosted village's door to the world. */
export function villageServer(village: Village): Server {
  const headers = securityHeaders(village.site?.scripts ?? [])
  const { demo } = village
  const routes: Record<string, Route> = {
    'GET /healthz': ({ response }) => json(response, 200, { ok: true }),
    'POST /api': visit => answer(village, visit),
    ...(demo && {
      'GET /demo/identities': ({ response }: Visit) => json(response, 200, demo.identities),
      'POST /demo/clock': (visit: Visit) => moveClock(demo, visit),
    }),
  }
  const addresses = new Set(Object.keys(routes).map(route => route.split(' ')[1]))

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (demo && !isOurs(request)) return refuseVisit(response, 403)
    const path = pathOf(request.url)
    if (path === null) return refuseVisit(response, 400)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const route = routes[`${method} ${path}`]
    if (route) return route({ request, response, path })
    if (addresses.has(path) || method !== 'GET') return refuseVisit(response, 405)
    return path.startsWith('/files/')
      ? picture(village.files, { request, response, path })
      : page(village.site, { request, response, path })
  }

  const server = createServer((request, response) => {
    receive(request, response).catch(error => {
      if (request.errored || response.destroyed) return // the visitor left in the middle: nobody's fault
      village.fault(`${request.method} ${pathOf(request.url)}`, error)
      if (response.headersSent) response.destroy()
      else json(response, 500, { ok: false, refusal: 'busy' })
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 120_000 // a photograph over a thin line
  return server
}

async function answer({ serve, demo }: Village, { request, response }: Visit): Promise<void> {
  const body = await readJson(request)
  if (!body.ok) return badInput(response, body.refusal === 'too-large' ? 413 : 400)
  const identity = request.headers['x-demo-identity']
  json(
    response,
    200,
    await serve(body.value, demo && typeof identity === 'string' && /^[a-z0-9-]{1,40}$/.test(identity) ? identity : undefined),
  )
}

async function moveClock(demo: Demo, { request, response }: Visit): Promise<void> {
  const body = await readJson(request)
  if (!body.ok) return badInput(response, body.refusal === 'too-large' ? 413 : 400)
  const asked: unknown = typeof body.value === 'object' && body.value !== null && 'advance' in body.value ? body.value.advance : null
  const by = typeof asked === 'string' ? durationOf(asked) : null
  if (by === null) return badInput(response, 400)
  json(response, 200, { ok: true, value: { now: await demo.advance(by) } })
}

async function picture(files: Files, { response, path }: Visit): Promise<void> {
  const found = await files.get(path.slice('/files/'.length))
  if (!found) return refuseVisit(response, 404)
  // What people send is shown as a picture and as nothing else, even opened by itself.
  response.setHeader('content-security-policy', "default-src 'none'; img-src 'self'; sandbox")
  response
    .writeHead(200, {
      'content-type': found.mime,
      'content-length': found.bytes.length,
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .end(found.bytes)
}

function page(site: Site | null, { request, response, path }: Visit): void {
  const file = site?.at(path)
  if (!file) return refuseVisit(response, 404)
  response.setHeader('etag', file.tag)
  response.setHeader('vary', 'accept-encoding')
  response.setHeader('cache-control', file.forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304).end()
    return
  }
  const { bytes, encoding } = bytesFor(file, String(request.headers['accept-encoding'] ?? ''))
  response.writeHead(200, { 'content-type': file.mime, 'content-length': bytes.length, ...encoding }).end(bytes)
}

const bytesFor = ({ packed, plain }: SiteFile, accepts: string) =>
  packed && /\bgzip\b/.test(accepts) ? { bytes: packed, encoding: { 'content-encoding': 'gzip' } } : { bytes: plain, encoding: {} }

/**
 * A demonstration trusts a header to say who somebody is, so only pages of this machine may send one: not a site whose name was
 * pointed at 127.0.0.1 (its Host is its own), nor a form on another site (its Origin is).
 */
function isOurs({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const local = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/
  return local.test(host) && (origin === undefined || local.test(origin.replace(/^https?:\/\//, '')))
}

function pathOf(url = '/'): string | null {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/')
  } catch {
    return null
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value))
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length, 'cache-control': 'no-store' })
    .end(bytes)
}

function badInput(response: ServerResponse, status: 400 | 413): void {
  if (status === 413) response.setHeader('connection', 'close')
  json(response, status, { ok: false, refusal: 'bad-input' })
}

const reasons = { 400: 'bad address', 403: 'not from this machine', 404: 'not found', 405: 'not allowed' } as const
function refuseVisit(response: ServerResponse, status: keyof typeof reasons): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(`${reasons[status]}\n`)
}
