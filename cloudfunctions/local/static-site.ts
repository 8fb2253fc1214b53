import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const mimes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
}
const packable = new Set(['.html', '.js', '.css', '.json', '.txt', '.map', '.svg'])

export interface SiteFile {
  readonly mime: string
  readonly plain: Buffer
  readonly packed: Buffer | null
  readonly tag: string
  readonly forEver: boolean
}
export interface Site {
  /** The file under this address, exactly as it was built: an address is looked up, never turned into a path. */
  at(address: string): SiteFile | undefined
  /** What the pages' inline scripts hash to, for the content security policy. */
  readonly scripts: readonly string[]
}

/** A built H5 app, read once and kept packed in memory; null where none was built. */
export async function siteIn(folder: string): Promise<Site | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = new Map<string, SiteFile>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, await read(file))
  }
  const index = files.get('/index.html')
  if (!index) return null
  return { at: address => files.get(address === '/' ? '/index.html' : address), scripts: inlineScripts(index.plain.toString()) }
}

async function read(file: string): Promise<SiteFile> {
  const plain = await readFile(file)
  const ending = path.extname(file).toLowerCase()
  const packed = packable.has(ending) && plain.length > 500 ? gzipSync(plain, { level: 9 }) : null
  return {
    mime: mimes[ending] ?? 'application/octet-stream',
    plain,
    packed,
    tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    forEver: /\.[0-9a-f]{8,32}\.[a-z0-9]+$/.test(file),
  }
}

function inlineScripts(html: string): string[] {
  const bodies = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, body = '']) => body)
  return bodies.map(body => `'sha256-${createHash('sha256').update(body).digest('base64')}'`)
}
