import type { Input } from '@/contract'
import { bodyNames } from '@/domain/law/names'
import { dayOf, spokenTime } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { formNames, isMeeting, meetingOf, openingAt, putMotion, type Motion } from '@/domain/vote/motions'
import { questionTold, secondBallotId } from '@/domain/vote/question/questions'
import { votePut } from '@/domain/vote/record/record'
import { goOn } from '@/domain/vote/count/tallies'
import { takesMotions } from '@/domain/topic/topic'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'
import type { Context } from '../ground/handler'

type Asked = Pick<Input<'motion.put'>, 'topicId' | 'rev' | 'text' | 'body' | 'form' | 'opensAt' | 'closesAt'> & {
  readonly secondOf: string
  /** Nothing was sent that only a new question has. */
  readonly fresh: boolean
}

/**
 * The second ballot on a vote whose options all fell short: the same words, roll and rules, the foremost options alone, once. It goes on
 * with a vote that was noticed already, so no new days of notice run; the roll is told when it opens. The key that the first one gives it
 * forbids another.
 */
export async function putSecond(
  { topicId, rev, text, body, form, opensAt, closesAt, secondOf, fresh }: Asked,
  { store, org, actor, clock }: Context,
) {
  const first = await store.get('motions', secondOf)
  if (!first || first.orgId !== org.id || first.topicId !== topicId) return refuse('no-such-motion')
  if (first.result?.outcome !== 'second_ballot' || first.secondOf !== undefined) return refuse('step-not-open')
  if (!fresh || first.text !== text || first.body !== body || first.form !== form) return refuse('changed-meanwhile')
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
  const decision = putMotion(draft, 0, now)
  return store.commit(async tx => {
    const earlier = await tx.get('motions', draft.id)
    if (earlier) return earlier.closesAt === closesAt ? grant({ id: earlier.id }) : refuse('changed-meanwhile')
    if (!decision.ok) return decision
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-topic')
    if (!takesMotions(topic)) return refuse('step-not-open')
    if (topic.rev !== rev || topic.pending) return refuse('changed-meanwhile')
    const told = `第二轮：${questionTold(draft)}`
    const next = await putOnRecord(
      tx,
      topic,
      { at: now, step: 'put_motion', transition: 'TR-52', said: `提请表决，${told}`, byId: actor.id, vote: votePut(draft) },
      { secondBallotsDue: (topic.secondBallotsDue ?? []).filter(id => id !== secondOf) },
    )
    await tx.insert('motions', decision.value)
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
