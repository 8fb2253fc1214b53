import { ballotId, channelOf } from '@/domain/vote/ballot/ballots'
import { checkProxy } from '@/domain/law/proxies'
import { isVote } from '@/domain/law/rule-sets'
import { dayOf } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { keepsTheDoor } from '@/domain/vote/meeting/hall-duties'
import { sha256Hex } from '@/domain/ground/journal'
import { arrivalId, type WrittenProxy } from '@/domain/vote/meeting/meetings'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { channelsOf, meetingOf, type Motion } from '@/domain/vote/motions'
import { isOfAge, type Person } from '@/domain/resident/people'
import { votingAge } from '@/domain/roll/roll-bodies'
import type { Store } from '../../ports'
import { placeOf } from './motion-card'
import { unitOf, votedTable, type Unit } from './meeting'
import type { Handler } from '../ground/handler'
import { atMeeting } from './hall-door'

/** Why this proxy cannot be used in this vote, in words; null where it can. */
export async function proxyWhy(store: Store, motion: Motion, proxy: WrittenProxy, principal: Unit, agent: Person): Promise<string | null> {
  const rule = ruleOfMotion(motion)
  if (!isVote(rule)) return '这个会不能请人代投'
  const side = async (person: Person) => ({
    id: person.id,
    householdId: person.householdId,
    member: (await placeOf(store, motion, person)) !== undefined,
    capable: isOfAge(person, votingAge(motion.body), dayOf(motion.frozenAt)),
  })
  const judgement = checkProxy(
    rule,
    {
      principal: await side(principal.person),
      agent: await side(agent),
      meetingId: proxy.meetingId,
      written: proxy.photoIds.length > 0,
      verified: proxy.verifiedById !== null,
      revoked: proxy.revokedAt !== null,
    },
    meetingOf(motion),
  )
  return judgement.ok ? null : judgement.why
}

/** Pictures this person took and that are nobody's draft any more. */
export async function arePhotosOf(store: Store, ownerId: string, ids: readonly string[]): Promise<boolean> {
  const photos = await store.getMany('photos', ids)
  return photos.length === new Set(ids).size && photos.every(photo => photo.ownerId === ownerId && photo.use === undefined)
}

/** Taken in at the door: the form is photographed, who gave it is known to whoever takes it in. */
export const writeProxy: Handler<'proxy.write'> = async ({ motionId, unitId, agentId, photoIds }, context) => {
  const at = await atMeeting(context, motionId, keepsTheDoor)
  if (!at.ok) return at
  const { store, own, org, actor, clock } = context,
    { motion } = at.value,
    now = clock.now(),
    meetingId = meetingOf(motion),
    id = arrivalId(meetingId, unitId)
  const [unit, agent] = await Promise.all([unitOf(store, motion, unitId), own('people', agentId)])
  if (!unit) return refuse('not-on-roll')
  if (now >= motion.closesAt) return refuse('vote-closed')
  if (photoIds.length === 0) return refuse('photo-missing')
  if (!(await arePhotosOf(store, actor.id, photoIds))) return refuse('no-such-photo')
  const proxy: WrittenProxy = {
    id,
    orgId: org.id,
    meetingId,
    unitId,
    principalId: unit.person.id,
    agentId,
    photoIds,
    verifiedById: actor.id,
    at: now,
    revokedAt: null,
    formHash: sha256Hex(['proxy', meetingId, unit.person.id, agentId, ...photoIds].join(':')),
  }
  if (!agent || !channelsOf(motion).includes('proxy') || (await proxyWhy(store, motion, proxy, unit, agent)) !== null)
    return refuse('proxy-invalid')
  return store.commit(async tx => {
    const [there, voted, earlier] = [
      await tx.get('arrivals', id),
      await tx.get(votedTable(motion), ballotId(motionId, unitId)),
      await tx.get('proxies', id),
    ]
    if (earlier?.revokedAt === null && earlier.agentId === agentId) return grant({})
    if (voted) return refuse('already-voted')
    if (there?.leftAt === null) return refuse('already-there')
    // Nobody gives two: the first is taken back before another is written.
    if (earlier?.revokedAt === null) return refuse('proxy-invalid')
    await tx.put('proxies', proxy)
    return grant({})
  })
}

export const revokeProxy: Handler<'proxy.revoke'> = async ({ motionId, unitId }, { store, own, actor, clock }) => {
  const motion = await own('motions', motionId)
  const topic = motion ? await own('topics', motion.topicId) : undefined
  if (!motion || !topic) return refuse('no-such-motion')
  const id = arrivalId(meetingOf(motion), unitId),
    now = clock.now()
  return store.commit(async tx => {
    const [proxy, voted] = [await tx.get('proxies', id), await tx.get(votedTable(motion), ballotId(motionId, unitId))]
    if (!proxy) return refuse('no-such-proxy')
    if (proxy.principalId !== actor.id && !keepsTheDoor(motion, topic, actor)) return refuse('not-your-role')
    if (proxy.revokedAt !== null) return grant({})
    if (voted && channelOf(voted) === 'proxy') return refuse('already-voted')
    await tx.put('proxies', { ...proxy, revokedAt: now })
    return grant({})
  })
}
