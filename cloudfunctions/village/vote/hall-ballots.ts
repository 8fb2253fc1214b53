import { answerFits } from '@/domain/vote/question/answers'
import { ballotId, mayCast, nameOnBallot, secretBallotId, votedBy, type CastRefusal } from '@/domain/vote/ballot/ballots'
import { dayOf } from '@/domain/ground/calendar'
import type { Channel } from '@/domain/vote/channels'
import { grant, refuse } from '@/domain/ground/decision'
import { isTeller } from '@/domain/vote/meeting/hall-duties'
import { arrivalId, type WrittenProxy } from '@/domain/vote/meeting/meetings'
import { meetingOf, type Motion } from '@/domain/vote/motions'
import type { Person } from '@/domain/resident/people'
import type { Tx } from '../../ports'
import { changeNamed, putNamed, putSecret } from './put-ballot'
import { noteHelp } from './given-help'
import { unitOf, type Unit } from './meeting'
import type { Handler } from '../ground/handler'
import { atMeeting } from './hall-door'
import { proxyWhy } from './written-proxies'

interface Handed {
  readonly choice: string
  readonly receiptHash?: string | undefined
}
type CastFor = CastRefusal | 'not-an-answer'

/** Whether this unit may vote this way, with this answer: a receipt belongs to a secret vote, and only to one. */
function castRefusal(
  motion: Motion,
  unit: Unit | undefined,
  { choice, receiptHash }: Handed,
  channel: Channel,
  now: number,
): CastFor | null {
  const decision = mayCast(motion, unit?.place, receiptHash === undefined ? 'named' : 'secret', now, channel)
  return !decision.ok ? decision.refusal : answerFits(motion, choice) ? null : 'not-an-answer'
}

const rowsOf = (
  motion: Motion,
  { place }: Unit,
  { choice, receiptHash = '' }: Handed,
  channel: Channel,
  now: number,
  by: { readonly voter: Person; readonly tellerId?: string },
) => {
  const key = { id: ballotId(motion.id, place.unitId), orgId: motion.orgId, motionId: motion.id },
    handed = { channel, ...(by.tellerId === undefined ? {} : { tellerId: by.tellerId }) }
  return {
    named: {
      ...key,
      unitId: place.unitId,
      voterId: by.voter.id,
      name: nameOnBallot(motion.body, by.voter),
      choice,
      castAt: now,
      ...handed,
    },
    mark: { ...key, day: dayOf(now), ...handed },
    secret: { id: secretBallotId(motion.id, receiptHash), orgId: motion.orgId, motionId: motion.id, choice },
  }
}

const said = (
  motion: Motion,
  { choice, receiptHash = null }: { readonly choice: string; readonly receiptHash?: string | null | undefined },
) => grant(motion.form === 'named' ? { choice, receiptHash: null } : { choice: null, receiptHash })

/** On the hall's device, which the teller hands to the voter they found on the roll. */
export const castInHall: Handler<'ballot.castInHall'> = async ({ motionId, unitId, assistedBy, ...handed }, context) => {
  const at = await atMeeting(context, motionId, isTeller)
  if (!at.ok) return at
  const { store, clock, actor } = context,
    { motion } = at.value,
    now = clock.now()
  const unit = await unitOf(store, motion, unitId),
    refusal = castRefusal(motion, unit, handed, 'hall', now)
  if (!unit || refusal !== null) return refuse(refusal ?? 'not-on-roll')
  if (unit.person.id === actor.id) return refuse('own-ballot')
  const helped = assistedBy && (await noteHelp(context, { motion, unitId, voter: unit.person, by: assistedBy, channel: 'hall' }))
  if (helped && !helped.ok) return helped
  const { named, mark, secret } = rowsOf(motion, unit, handed, 'hall', now, { voter: unit.person, tellerId: actor.id })
  const outcome = motion.form === 'secret' ? await putSecret<never>(store, mark, secret) : await putNamed(store, named)
  if (outcome === null) return said(motion, handed)
  const taken = typeof outcome === 'string' ? outcome : 'taken' in outcome ? outcome.taken : 'hall'
  return refuse(taken === 'hall' ? 'already-voted' : votedBy[taken])
}

/** The agent's ballot for another unit, on the agent's own phone: one for each principal, beside their own. */
export const castAsProxy: Handler<'ballot.castAsProxy'> = async ({ motionId, unitId, ...handed }, context) => {
  const { store, own, actor, clock } = context,
    now = clock.now()
  const motion = await own('motions', motionId)
  if (!motion) return refuse('no-such-motion')
  const id = arrivalId(meetingOf(motion), unitId),
    seen = await own('proxies', id)
  if (seen?.agentId !== actor.id) return refuse('no-such-proxy')
  const unit = await unitOf(store, motion, unitId),
    refusal = castRefusal(motion, unit, handed, 'proxy', now)
  if (!unit || refusal !== null) return refuse(refusal ?? 'not-on-roll')
  if ((await proxyWhy(store, motion, seen, unit, actor)) !== null) return refuse('proxy-invalid')
  const stands = (proxy: WrittenProxy | undefined) => proxy?.agentId === actor.id && proxy.revokedAt === null
  const { named, mark, secret } = rowsOf(motion, unit, handed, 'proxy', now, { voter: unit.person })
  const live = async (tx: Tx) => (stands(await tx.get('proxies', id)) ? null : ('proxy-invalid' as const))
  const outcome =
    motion.form === 'secret'
      ? await putSecret(store, mark, secret, live)
      : await store.commit(async tx => {
          const refused = await live(tx)
          if (refused) return { refused }
          const taken = await changeNamed(tx, named)
          return taken === null ? null : { taken }
        })
  if (outcome === null) return said(motion, handed)
  if ('refused' in outcome) return refuse(outcome.refused)
  return refuse(outcome.taken === 'proxy' ? 'already-voted' : votedBy[outcome.taken])
}
