import type { IncomingMessage } from 'node:http'
import { grant, refuse, type Decision } from '@/domain/ground/decision'

export const bodyAtMost = 1_000_000
/** Bytes still read of a body that is too large: a connection cut at once would keep the sender from reading the refusal. */
const patience = 16 * bodyAtMost

/** A body as JSON. */
export async function readJson(request: IncomingMessage): Promise<Decision<unknown, 'too-large' | 'not-json'>> {
  if (Number(request.headers['content-length'] ?? 0) > bodyAtMost) {
    drain(request)
    return refuse('too-large')
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > bodyAtMost) {
      drain(request)
      return refuse('too-large')
    }
    chunks.push(chunk)
  }
  try {
    return grant(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown)
  } catch {
    return refuse('not-json')
  }
}

function drain(request: IncomingMessage): void {
  let left = patience
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) request.destroy()
  })
  request.resume()
}
