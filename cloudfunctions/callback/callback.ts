import type { Ports, Verdict } from '../ports'
import { hearVerdict } from '../village/picture-verdicts'

const suggestions: ReadonlyMap<unknown, Verdict> = new Map<unknown, Verdict>([['pass', 'clean'], ['review', 'doubtful'], ['risky', 'risky']])

const partOf = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined)

/**
 * What WeChat found in a picture (event wxa_media_check, version 2). WeChat says it again until it is heard, so everything else it may
 * push is heard too, and nothing is done.
 */
export async function callback({ store, clock }: Pick<Ports, 'store' | 'clock'>, orgId: string, event: unknown): Promise<'success'> {
  const traceId = partOf(event, 'trace_id')
  if (partOf(event, 'MsgType') !== 'event' || partOf(event, 'Event') !== 'wxa_media_check') return 'success'
  if (typeof traceId !== 'string' || !/^[A-Za-z0-9_-]{1,120}$/.test(traceId)) return 'success'
  // Without a plain answer the picture goes on waiting for a person.
  const verdict = Number(partOf(event, 'errcode') ?? 0) === 0 ? suggestions.get(partOf(partOf(event, 'result'), 'suggest')) : undefined
  if (verdict) await store.commit(tx => hearVerdict(tx, { traceId, orgId, verdict }, clock.now()))
  return 'success'
}
