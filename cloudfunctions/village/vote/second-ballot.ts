import { bodyNames } from '@/domain/law/names'
import { dayOf, spokenTime } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { formNames, isMeeting, meetingOf, openingAt, windowRefusal, type Motion } from '@/domain/vote/motions'
import { questionTold, secondBallotId } from '@/domain/vote/question/questions'
import { votePut } from '@/domain/vote/record/record'
import { goOn } from '@/domain/vote/count/tallies'
import { takesMotions } from '@/domain/topic/topic'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'
import type { Handler } from '../ground/handler'

/**
 * The second ballot on a vote whose options all fell short: the same words, roll and rules, the foremost options alone, once. It goes on
 * with a vote that was noticed already, so no new days of notice run; the roll is told when it opens. The key that the first one gives it
 * forbids another.
 */
export const putSecond: Handler<'motion.putSecond'> = async (
  { motionId: secondOf, rev, opensAt, closesAt },
  { store, own, actor, clock },
) => {
  const first = await own('motions', secondOf)
  if (!first) return refuse('no-such-motion')
  if (first.result?.outcome !== 'second_ballot' || first.secondOf !== undefined) return refuse('step-not-open')
  const { topicId, body, form } = first
  const now = clock.now()
  const { item: _, meetingId: __, recordKey: ___, revoteOf: ____, keys: _____, ...same } = first
  const draft: Motion = {
    ...same,
    id: secondBallotId(first.id),
    secondOf,
    options: goOn(first.result.options, first.options ?? []),
    opensAt: openingAt(0, opensAt, now),
    closesAt,
    ...(isMeeting(first) ? { openedAt: null } : {}),
    // On the same day the people who are there vote on: one check-in, one set of proxies.
    ...(isMeeting(first) && dayOf(opensAt) === dayOf(first.closesAt) ? { meetingId: meetingOf(first) } : {}),
    settledAt: null,
    result: null,
  }
  const refusal = windowRefusal(draft)
  return store.commit(async tx => {
    const earlier = await tx.get('motions', draft.id)
    if (earlier) return earlier.closesAt === closesAt ? grant({ id: earlier.id }) : refuse('changed-meanwhile')
    if (refusal) return refuse(refusal)
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-motion')
    if (!takesMotions(topic)) return refuse('step-not-open')
    if (topic.rev !== rev || topic.pending) return refuse('changed-meanwhile')
    const told = `第二轮：${questionTold(draft)}`
    const next = await putOnRecord(
      tx,
      topic,
      { at: now, step: 'put_motion', transition: 'TR-52', said: `提请表决，${told}`, byId: actor.id, vote: votePut(draft) },
      { secondBallotsDue: (topic.secondBallotsDue ?? []).filter(id => id !== secondOf) },
    )
    await tx.insert('motions', draft)
    await tx.insert(
      'notices',
      noticeOf(
        next,
        {
          code: 'N26',
          to: { kind: 'roll', body },
          motionId: draft.id,
          postedUntil: closesAt,
          more:
            `${told}。第一轮没有一项够数，票数在前的再投一轮。${bodyNames[body].name}，${formNames[form]}，${spokenTime(draft.opensAt)} ` +
            `到 ${spokenTime(closesAt)}。`,
        },
        now,
      ),
    )
    return grant({ id: draft.id })
  })
}
