import { bodyNames } from '@/domain/bodies/names'
import { isRuleSetId, newestRuleSet, ruleSets } from '@/domain/bodies/rule-sets'
import { dayOf, endOf, postingEnds } from '@/domain/calendar'
import { outcomeWords, type Motion } from '@/domain/motions'
import { settle, settling } from '@/domain/settle'
import { counting, type Totals } from '@/domain/tallies'
import type { Ports, Store } from '../ports'
import { all, everything } from '../village/everything'
import { putOnRecord } from '../village/put-on-record'
import { noticeOf } from '../village/tell'

/** How long a vote's result stands on the board, by the rules it was put under. */
const boardDays = (rules: string): number => ruleSets[isRuleSetId(rules) ? rules : newestRuleSet('village')].posting.days

/** Counts every vote whose time is up, and posts its result in the same commit: no result without its notice, no open vote left on the topic. */
export async function settleVotes({ store, clock, isRestDay }: Ports, goOn: () => boolean): Promise<number> {
  const now = clock.now()
  let settled = 0
  for (const due of await all(store, 'motions', { match: { settledAt: null }, order: { by: 'closesAt' }, until: now - settling })) {
    if (!goOn()) break
    const count = await countBallots(store, due)
    settled += await store.commit(async tx => {
      const motion = await tx.get('motions', due.id)
      const decision = motion && settle(motion, count, now)
      if (!decision?.ok || !decision.value.result) return 0
      const topic = await tx.get('topics', due.topicId)
      if (!topic) return 0
      const { result } = decision.value
      const said = `${outcomeWords[result.outcome]}：${result.explain.join('；')}`
      const next = await putOnRecord(
        tx,
        topic,
        { at: now, step: 'settle_motion', transition: 'TR-55', said: `表决截止：${outcomeWords[result.outcome]}`, byId: null },
        // What goes to a second ballot is not over: nothing else is done with the matter before that.
        result.outcome === 'second_ballot'
          ? { secondBallotsDue: [...(topic.secondBallotsDue ?? []), due.id] }
          : { openMotions: Math.max(0, topic.openMotions - 1) },
      )
      await tx.put('motions', decision.value)
      await tx.insert(
        'notices',
        noticeOf(
          next,
          {
            code: 'N29',
            motionId: due.id,
            postedUntil: endOf(postingEnds(dayOf(now), boardDays(due.rules), isRestDay)),
            more: `${due.text}。${said}`,
            to: bodyNames[due.body].views ? { kind: 'topic', audiences: ['concerned'] } : { kind: 'roll', body: due.body },
          },
          now,
        ),
      )
      return 1
    })
  }
  return settled
}

async function countBallots(store: Store, motion: Motion): Promise<Totals> {
  const count = counting(motion)
  if (motion.form === 'secret')
    for await (const { choice } of everything(store, 'secretBallots', { match: { motionId: motion.id } })) count.add(choice)
  // A ballot that a slow server wrote after the close was refused to nobody: what counts is when it was cast.
  else
    for await (const { choice, castAt } of everything(store, 'ballots', { match: { motionId: motion.id } }))
      if (castAt < motion.closesAt) count.add(choice)
  return count.totals()
}
