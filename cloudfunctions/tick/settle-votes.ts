import { paperBallots, tally } from '@/domain/ballots'
import { bodyNames } from '@/domain/bodies/names'
import { isRuleSetId, newestRuleSet, ruleSets } from '@/domain/bodies/rule-sets'
import { dayOf, endOf, postingEnds } from '@/domain/calendar'
import { isMeeting, outcomeWords, type Motion, type Tally } from '@/domain/motions'
import { reconcile } from '@/domain/reconcile'
import { settle, settling } from '@/domain/settle'
import { settleMeeting } from '@/domain/settle-meeting'
import type { Ports, Store } from '../ports'
import { all, everything } from '../village/everything'
import { urnOf } from '../village/meeting'
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
    const count = isMeeting(due) ? await countMeeting(store, due, goOn) : await countBallots(store, due)
    if (count === null) continue
    settled += await store.commit(async tx => {
      const motion = await tx.get('motions', due.id)
      const decision = motion && ('urn' in count ? settleMeeting(motion, count.urn, count.atOpening, count.confirmed, now) : settle(motion, count, now))
      if (!decision?.ok || !decision.value.result) return 0
      const topic = await tx.get('topics', due.topicId)
      if (!topic) return 0
      const { result } = decision.value
      const said = `${outcomeWords[result.outcome]}：${result.explain.join('；')}`
      const next = await putOnRecord(
        tx,
        topic,
        { at: now, step: 'settle_motion', transition: 'TR-55', said: `表决截止：${outcomeWords[result.outcome]}`, byId: null },
        { openMotions: Math.max(0, topic.openMotions - 1) },
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

const atOnce = 500

/**
 * A meeting's count, once the supervisor's key is turned; null: not yet. Before it is judged the box is put among the published ballots; cut off, the
 * same are put again and none twice. Of a void vote nothing is published.
 */
async function countMeeting(store: Store, motion: Motion, goOn: () => boolean) {
  const opened = (motion.openedAt ?? null) !== null
  if (opened && ((await store.get('countSeals', motion.id))?.confirmedAt ?? null) === null) return null
  const { urn, atOpening, same, seal } = await urnOf(store, motion), count = { urn, atOpening, confirmed: same }
  if (!seal || reconcile(urn).fault !== null) return count
  const ballots = paperBallots(motion, seal.seed, urn.box)
  for (let at = 0; at < ballots.length; at += atOnce) {
    if (!goOn()) return null
    await store.insertMissing('secretBallots', ballots.slice(at, at + atOnce))
  }
  return count
}

async function countBallots(store: Store, motion: Motion): Promise<Tally> {
  const count = { for: 0, against: 0, abstain: 0 }
  const add = (one: Tally) => {
    count.for += one.for
    count.against += one.against
    count.abstain += one.abstain
  }
  if (motion.form === 'secret')
    for await (const ballot of everything(store, 'secretBallots', { match: { motionId: motion.id } })) add(tally([ballot]))
  // A ballot that a slow server wrote after the close was refused to nobody: what counts is when it was cast.
  else
    for await (const ballot of everything(store, 'ballots', { match: { motionId: motion.id } }))
      if (ballot.castAt < motion.closesAt) add(tally([ballot]))
  return count
}
