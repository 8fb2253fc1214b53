import * as v from 'valibot'
import { operations, type OperationName, type Output, type Reply } from '@/contract'
import { leastAge } from '@/contract/operation'
import { dayOf } from '@/domain/ground/calendar'
import { refuse } from '@/domain/ground/decision'
import type { Org } from '@/domain/village/org'
import { has, isOfAge } from '@/domain/resident/people'
import { Overtaken, type Ports } from '../ports'
import type { GuestContext } from '../village/ground/handler'
import { ownOf } from '../village/ground/own'
import { heedingNotices } from './heed-notices'
import { handlers } from './operations'

const envelope = v.object({ name: v.string(), input: v.unknown() })
const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)

const villageKeptFor = 60_000

export type Serve = (body: unknown, openid: string | undefined) => Promise<Reply<OperationName>>

/**
 * The one door: every host (cloud, laptop, test) calls this with a body and the identity it vouches for. Whatever the body
 * itself says of who is asking is ignored.
 */
export function createServe(host: Ports, orgId: string): Serve {
  const ports: Ports = { ...host, store: heedingNotices(host.store, host.alarm, host.clock) }
  const own = ownOf(ports.store, orgId)
  let village: Promise<Org | undefined> | undefined
  let askedAt = 0
  return async function serve(body, openid) {
    const request = v.safeParse(envelope, body)
    if (!request.success) return refuse('bad-input')
    const { name, input } = request.output
    if (!isOperation(name)) return refuse('no-such-operation')
    const operation = operations[name]
    const parsed = v.safeParse(operation.input, input)
    if (!parsed.success) return refuse('bad-input')
    // The village's row is kept for a minute: a choice made through another process is known here no later than that.
    const now = ports.clock.now()
    if (village && Math.abs(now - askedAt) >= villageKeptFor) village = undefined
    if (!village) askedAt = now
    // A read that failed is not kept: else every request would be answered with that failure until the minute is over.
    const org = await (village ??= ports.store.get('orgs', orgId).catch((fault: unknown) => {
      village = undefined
      throw fault
    }))
    if (!org) {
      village = undefined
      throw new Error(`no village ${orgId}`)
    }
    const account = openid ? await own('accounts', openid) : undefined
    const actor = account ? await own('people', account.personId) : undefined
    const { who } = operation
    if (!actor && who !== 'anyone') return refuse('not-a-resident')
    const least = leastAge(operation)
    if (actor && least > 0 && !isOfAge(actor, least, dayOf(ports.clock.now()))) return refuse('under-sixteen')
    if (actor && typeof who === 'object' && !has(actor, ...who)) return refuse('not-your-role')
    if (operation.freshens === 'village') village = undefined
    return run(name, parsed.output, { ...ports, own, org, actor: actor ?? null, openid: openid ?? '' })
  }
}

async function run<Name extends OperationName>(name: Name, input: unknown, context: GuestContext): Promise<Reply<Name>> {
  const handle = handlers[name] as (input: unknown, context: GuestContext) => Promise<Reply<Name>>
  const reply = await handle(input, context).catch((fault: unknown): Reply<Name> => {
    if (fault instanceof Overtaken) return refuse('busy')
    throw fault
  })
  // Only what the contract names leaves the building: an identity or a real name left on a row is dropped here.
  return reply.ok ? { ok: true, value: v.parse(operations[name].output, reply.value) as Output<Name> } : reply
}
