import { bodyNames } from '@/domain/law/names'
import { dayOf, spokenTime } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { formNames, isMeeting, meetingOf, openingAt, windowRefusal, type Motion } from '@/domain/vote/motions'
import { questionTold } from '@/domain/vote/question/questions'
import { votePut } from '@/domain/vote/record/record'
import { takesMotions } from '@/domain/topic/topic'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'
import type { Handler } from '../ground/handler'

/**
 * A void vote held again (TR-58): the same question by the same roll, rules, ways and counters, once. Its people were noticed already, so
 * it may be at once; on the same day the same people are there. The void vote keeps which one it is held again in, so that there is no
 * other.
 */
export const putAgain: Handler<'motion.putAgain'> = async (
  { id, motionId: revoteOf, rev, opensAt, closesAt },
  { store, own, actor, clock },
) => {
  const first = await own('motions', revoteOf)
  if (!first) return refuse('no-such-motion')
  const { topicId, body, form } = first
  const now = clock.now()
  const { meetingId: _, item: __, recordKey: ___, keys: ____, ...same } = first
  const draft: Motion = {
    ...same,
    id,
    revoteOf,
    opensAt: openingAt(0, opensAt, now),
    closesAt,
    settledAt: null,
    result: null,
    ...(isMeeting(first) ? { openedAt: null } : {}),
    ...(isMeeting(first) && dayOf(opensAt) === dayOf(first.closesAt) ? { meetingId: meetingOf(first) } : {}),
  }
  const refusal = windowRefusal(draft)
  return store.commit(async tx => {
    const earlier = await tx.get('motions', id)
    if (earlier) return earlier.revoteOf === revoteOf ? grant({ id }) : refuse('changed-meanwhile')
    if (refusal) return refuse(refusal)
    const before = await tx.get('motions', revoteOf)
    if (before?.result?.outcome !== 'void' || before.revoteOf !== undefined || before.heldAgainAs !== undefined)
      return refuse('recount-left')
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-motion')
    if (!takesMotions(topic)) return refuse('step-not-open')
    if (topic.rev !== rev || topic.pending) return refuse('changed-meanwhile')
    const told = `重新投一次：${questionTold(draft)}`
    const next = await putOnRecord(
      tx,
      topic,
      { at: now, step: 'put_motion', transition: 'TR-58', said: `提请表决，${told}`, byId: actor.id, vote: votePut(draft) },
      { openMotions: topic.openMotions + 1 },
    )
    await tx.insert('motions', draft)
    await tx.put('motions', { ...before, heldAgainAs: id })
    const more = `${told}。上一次票数对不上，作废了。${bodyNames[body].name}，${formNames[form]}，${spokenTime(draft.opensAt)} 到 ${spokenTime(closesAt)}。`
    await tx.insert(
      'notices',
      noticeOf(
        next,
        {
          code: 'N26',
          to: bodyNames[body].views ? { kind: 'topic', audiences: ['concerned', 'affected_groups'] } : { kind: 'roll', body },
          motionId: id,
          postedUntil: closesAt,
          more,
        },
        now,
      ),
    )
    return grant({ id })
  })
}
