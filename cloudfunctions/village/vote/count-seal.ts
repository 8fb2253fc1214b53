import { grant, refuse } from '@/domain/ground/decision'
import { isFree, isTeller, mayConfirmCount, seesTheHall } from '@/domain/vote/meeting/hall-duties'
import { reconcile } from '@/domain/vote/count/reconcile'
import { settling } from '@/domain/vote/count/settle'
import { checkText } from '@/domain/ground/text'
import type { Store } from '../../ports'
import type { Motion } from '@/domain/vote/motions'
import { urnOf } from './meeting'
import { putOnRecord } from '../ground/put-on-record'
import type { Handler } from '../ground/handler'
import { atMeeting } from './hall-door'
import { arePhotosOf } from './written-proxies'

/** Why the count cannot be closed as it stands. A ballot too many does not hinder it: the vote will be void. */
async function faultIn(store: Store, motion: Motion): Promise<'batches-differ' | 'sum-wrong' | null> {
  const { urn, same } = await urnOf(store, motion)
  return !same ? 'batches-differ' : reconcile(urn).fault === 'sum-wrong' ? 'sum-wrong' : null
}

export const seal: Handler<'count.seal'> = async ({ motionId, sheetPhotoIds }, context) => {
  const at = await atMeeting(context, motionId, isTeller)
  if (!at.ok) return at
  const { store, org, clock, actor, chance } = context,
    { motion } = at.value,
    now = clock.now(),
    seed = chance.id()
  // A ballot cast just before the close may still be on its way: it has a minute to come in before the count is sealed.
  if (now < motion.closesAt + settling || (motion.openedAt ?? null) === null) return refuse('vote-still-open')
  if (sheetPhotoIds.length === 0) return refuse('photo-missing')
  if (!(await arePhotosOf(store, actor.id, sheetPhotoIds))) return refuse('no-such-photo')
  const fault = await faultIn(store, motion)
  return store.commit(async tx => {
    const there = await tx.get('countSeals', motionId)
    if (there)
      return there.tellerId === actor.id && there.sheetPhotoIds.join() === sheetPhotoIds.join() ? grant({}) : refuse('count-sealed')
    if (fault) return refuse(fault)
    const topic = await tx.get('topics', motion.topicId)
    if (!topic) return refuse('no-such-motion')
    await tx.insert('countSeals', {
      id: motionId,
      orgId: org.id,
      tellerId: actor.id,
      at: now,
      sheetPhotoIds,
      seed,
      supervisorId: null,
      confirmedAt: null,
    })
    await putOnRecord(tx, topic, { at: now, step: 'seal_count', transition: 'TR-56', said: `封存计票：${motion.text}`, byId: actor.id }, {})
    return grant({})
  })
}

/**
 * The supervisor's key. `no` opens the count again, with the reason in the journal. What the tellers left differing is not confirmed: a
 * batch may have been entered while they sealed.
 */
export const confirm: Handler<'count.confirm'> = async ({ motionId, yes, reason }, context) => {
  const at = await atMeeting(context, motionId, seesTheHall)
  if (!at.ok) return at
  const { store, clock, actor, alarm } = context,
    { motion, topic } = at.value,
    now = clock.now()
  if ((motion.tellerIds ?? []).includes(actor.id)) return refuse('second-key-same-person')
  if (!isFree(topic, actor.id)) return refuse('conflict-declared')
  if (!mayConfirmCount(motion, topic, actor)) return refuse('not-your-role')
  const why = yes ? null : checkText(reason ?? '', 200)
  if (why && !why.ok) return refuse(why.refusal === 'empty-text' ? 'reason-missing' : why.refusal)
  const fault = yes && motion.settledAt === null ? await faultIn(store, motion) : null
  const decision = await store.commit(async tx => {
    const there = await tx.get('countSeals', motionId)
    if (!there) return refuse('count-not-sealed')
    if (there.confirmedAt !== null) return yes ? grant({}) : refuse('count-sealed')
    if (fault) return refuse(fault)
    const topic = await tx.get('topics', motion.topicId)
    if (!topic) return refuse('no-such-motion')
    if (why?.ok) await tx.remove('countSeals', motionId)
    else await tx.put('countSeals', { ...there, supervisorId: actor.id, confirmedAt: now })
    await putOnRecord(
      tx,
      topic,
      {
        at: now,
        step: yes ? 'confirm_count' : 'return_count',
        transition: 'TR-56',
        said: why?.ok ? `计票退回重核：${why.value}` : `确认计票：${motion.text}`,
        byId: actor.id,
      },
      {},
    )
    return grant({})
  })
  if (decision.ok && yes) await alarm.wake(now)
  return decision
}
