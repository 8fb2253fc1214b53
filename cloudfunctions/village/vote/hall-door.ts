import { thereAt, arrivalId, arriving, doorsShut, leaving, type Arrival } from '@/domain/vote/meeting/meetings'
import { ballotId } from '@/domain/vote/ballot/ballots'
import { mixesModes, quorumHolds } from '@/domain/law/counting'
import { isByHousehold, isRuleId, type BodyId } from '@/domain/law/names'
import { isVote } from '@/domain/law/rule-sets'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { isHost, keepsTheDoor } from '@/domain/vote/meeting/hall-duties'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { isMeeting, meetingOf, type Motion } from '@/domain/vote/motions'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { placeOf } from './motion-card'
import { staysAt, unitOf, votedTable, type Unit } from './meeting'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'
import type { Context, Handler } from '../ground/handler'

/** A meeting's motion and its topic, for whoever has this duty in it. */
export async function atMeeting(
  { own, actor }: Context,
  motionId: string,
  duty: (motion: Motion, topic: Topic, actor: Context['actor']) => boolean,
): Promise<Decision<{ readonly motion: Motion; readonly topic: Topic }, 'no-such-motion' | 'not-a-meeting' | 'not-your-role'>> {
  const motion = await own('motions', motionId)
  if (!motion) return refuse('no-such-motion')
  if (!isMeeting(motion)) return refuse('not-a-meeting')
  const topic = await own('topics', motion.topicId)
  if (!topic) return refuse('no-such-motion')
  return duty(motion, topic, actor) ? grant({ motion, topic }) : refuse('not-your-role')
}

/** Comes in once. Who is there in person takes back the proxy they gave, unless it was used already. */
async function comeIn(
  store: Store,
  motion: Motion,
  { place }: Pick<Unit, 'place'>,
  channel: 'phone' | 'hall',
  byId: string,
  now: number,
): Promise<Arrival> {
  const id = arrivalId(meetingOf(motion), place.unitId)
  return store.commit(async tx => {
    const [there, proxy, voted] = [
      await tx.get('arrivals', id),
      await tx.get('proxies', id),
      await tx.get(votedTable(motion), ballotId(motion.id, place.unitId)),
    ]
    const arrival = arriving(there, {
      id,
      orgId: motion.orgId,
      meetingId: meetingOf(motion),
      unitId: place.unitId,
      personId: place.personId,
      channel,
      at: now,
      leftAt: null,
      byId,
    })
    if (arrival !== there) await tx.put('arrivals', arrival)
    if (proxy?.revokedAt === null && !voted) await tx.put('proxies', { ...proxy, revokedAt: now })
    return arrival
  })
}

const thereNow = async (store: Store, motion: Motion, now: number) => thereAt(await staysAt(store, motion), now).length

export const checkIn: Handler<'vote.checkIn'> = async ({ motionId }, { store, own, actor, clock }) => {
  const motion = await own('motions', motionId)
  if (!motion) return refuse('no-such-motion')
  if (!isMeeting(motion)) return refuse('not-a-meeting')
  const place = await placeOf(store, motion, actor)
  if (!place) return refuse('not-on-roll')
  const now = clock.now(),
    shut = doorsShut(motion, now)
  if (shut) return refuse(shut)
  return grant({ at: (await comeIn(store, motion, { place }, 'phone', actor.id, now)).at })
}

/** The other way of holding the same meeting: by persons or by households, never both (第二十六条). */
const twin = (body: BodyId): BodyId | null => {
  const other = body.endsWith('_PERSON') ? body.replace('_PERSON', '_HOUSEHOLD') : body.replace('_HOUSEHOLD', '_PERSON')
  return other !== body && isRuleId(other) ? other : null
}
const modeOf = (body: BodyId) => (isByHousehold(body) ? 'household' : 'person')

async function isOfTwin(store: Store, motion: Motion, unitId: string): Promise<boolean> {
  const other = twin(motion.body)
  return (
    other !== null &&
    (await unitOf(store, { ...motion, body: other }, unitId)) !== undefined &&
    mixesModes(modeOf(motion.body), [modeOf(other)])
  )
}

export const admit: Handler<'vote.admit'> = async ({ motionId, unitId }, context) => {
  const at = await atMeeting(context, motionId, keepsTheDoor)
  if (!at.ok) return at
  const { store, clock, actor } = context,
    { motion } = at.value
  const unit = await unitOf(store, motion, unitId)
  if (!unit) return refuse((await isOfTwin(store, motion, unitId)) ? 'mode-mixed' : 'not-on-roll')
  const now = clock.now(),
    shut = doorsShut(motion, now)
  if (shut) return refuse(shut)
  await comeIn(store, motion, unit, 'hall', actor.id, now)
  return grant({ present: await thereNow(store, motion, now) })
}

export const leave: Handler<'vote.leave'> = async ({ motionId, unitId }, context) => {
  const at = await atMeeting(context, motionId, keepsTheDoor)
  if (!at.ok) return at
  const { store, clock } = context,
    { motion } = at.value,
    now = clock.now()
  if (now >= motion.closesAt) return refuse('vote-closed')
  const left = await store.commit(async tx => {
    const there = await tx.get('arrivals', arrivalId(meetingOf(motion), unitId))
    if (!there) return false
    const gone = leaving(there, now)
    if (gone !== there) await tx.put('arrivals', gone)
    return true
  })
  return left ? grant({ present: await thereNow(store, motion, now) }) : refuse('not-on-roll')
}

export const open: Handler<'vote.open'> = async ({ motionId }, context) => {
  const at = await atMeeting(context, motionId, (_, topic, actor) => isHost(topic, actor))
  if (!at.ok) return at
  const { store, clock, actor } = context,
    { motion } = at.value,
    now = clock.now(),
    rule = ruleOfMotion(motion)
  const present = await thereNow(store, motion, now)
  return store.commit(async tx => {
    const motion = await tx.get('motions', motionId)
    if (!motion) return refuse('no-such-motion')
    if ((motion.openedAt ?? null) !== null) return grant({ openedAt: motion.openedAt ?? now })
    const topic = await tx.get('topics', motion.topicId)
    if (!topic) return refuse('no-such-motion')
    if (topic.boxId === motionId) return refuse('opened-by-step')
    if (now < motion.opensAt) return refuse('vote-not-yet-open')
    if (now >= motion.closesAt) return refuse('vote-closed')
    if (isVote(rule) && !quorumHolds(rule, motion.rollSize, present, present)) return refuse('quorum-not-there')
    const next = await putOnRecord(
      tx,
      topic,
      {
        at: now,
        step: 'open_motion',
        transition: 'TR-52',
        said: `宣布开始表决：${motion.text}，应到 ${motion.rollSize}，到会 ${present}`,
        byId: actor.id,
      },
      {},
    )
    await tx.put('motions', { ...motion, openedAt: now })
    await tx.insert(
      'notices',
      noticeOf(
        next,
        {
          code: 'N27',
          motionId,
          more: '',
          to: motion.body === 'POLL' ? { kind: 'topic', audiences: ['concerned'] } : { kind: 'roll', body: motion.body },
        },
        now,
      ),
    )
    return grant({ openedAt: now })
  })
}
