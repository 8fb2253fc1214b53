import { paperBallots } from '@/domain/vote/ballot/ballots'
import { bodyNames } from '@/domain/law/names'
import { isRuleSetId, newestRuleSet, ruleSets } from '@/domain/law/rule-sets'
import { dayOf, endOf, postingEnds } from '@/domain/ground/calendar'
import { isMeeting, outcomeWords, type Motion, type Result } from '@/domain/vote/motions'
import { keysTurned } from '@/domain/vote/count/count-keys'
import { countedVote } from '@/domain/procedure/engine/box'
import { rootOf } from '@/domain/vote/record/ballot-list'
import { voteSettled } from '@/domain/vote/record/record'
import { settle, settling } from '@/domain/vote/count/settle'
import { settleMeeting } from '@/domain/vote/meeting/settle-meeting'
import { counting } from '@/domain/vote/count/tallies'
import type { Topic } from '@/domain/topic/topic'
import type { Ports, Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import { urnOf } from './meeting'
import { publishedList } from './published-list'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'

/** How long a vote's result stands on the board, by the rules it was put under. */
const boardDays = (rules: string): number => ruleSets[isRuleSetId(rules) ? rules : newestRuleSet('village')].posting.days

/**
 * Counts every vote whose time is up, and posts its result in the same commit: no result without its notice, no open vote left on the
 * topic.
 */
export async function settleVotes(ports: Ports, goOn: () => boolean): Promise<number> {
  const { store, clock } = ports,
    now = clock.now()
  let settled = 0
  for (const due of await allRows(store, 'motions', { match: { settledAt: null }, order: { by: 'closesAt' }, until: now - settling })) {
    if (!goOn()) break
    if (await settleOne(ports, due, now, goOn)) settled += 1
  }
  return settled
}

async function settleOne(ports: Ports, due: Motion, now: number, goOn: () => boolean): Promise<boolean> {
  const { store, chance, isRestDay } = ports
  if (!keysTurned(due)) return false
  const meeting = isMeeting(due) ? await boxPublished(store, due, goOn) : null
  if (meeting === 'not-yet') return false
  // The order of casting is forgotten before the count, not after: cut off in between, the sweep begins again here; the other way round a
  // counted vote would keep it.
  if (due.form === 'secret') await store.forgetOrder?.(due.id)
  const recordKey = due.form === 'named' ? chance.id() : ''
  const list = await publishedList(store, due, recordKey)
  const count = counting(due),
    root = rootOf(list)
  for (const { choice } of list) count.add(choice)
  const totals = count.totals()
  // The journal is read before the commit; where something was written in it meanwhile, it is read again.
  const seen = await store.get('topics', due.topicId)
  const earlier = await hashesOf(store, due.topicId)
  const done = await store.commit(async (tx): Promise<boolean | 'moved'> => {
    const motion = await tx.get('motions', due.id)
    const decision = motion && (meeting ? settleMeeting(motion, meeting.urn, totals, meeting.same, now) : settle(motion, totals, now))
    if (!decision?.ok || !decision.value.result) return false
    const topic = await tx.get('topics', due.topicId)
    if (!topic) return false
    if (topic.rev !== seen?.rev) return 'moved'
    const result = { ...decision.value.result, root }
    const said = `${outcomeWords[result.outcome]}：${result.explain.join('；')}`
    const next = await putOnRecord(
      tx,
      topic,
      {
        at: now,
        step: 'settle_motion',
        transition: 'TR-55',
        said: `表决截止：${outcomeWords[result.outcome]}`,
        byId: null,
        vote: voteSettled(decision.value, result, earlier),
      },
      // What goes to a second ballot is not over: nothing else is done with the matter before that.
      result.outcome === 'second_ballot'
        ? { secondBallotsDue: [...(topic.secondBallotsDue ?? []), due.id] }
        : { openMotions: Math.max(0, topic.openMotions - 1), ...boxCounted(topic, decision.value, result) },
    )
    await tx.put('motions', { ...decision.value, result, ...(recordKey === '' ? {} : { recordKey }) })
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
    return true
  })
  if (done === 'moved') return settleOne(ports, due, now, goOn)
  return done
}

/** What the box of the meeting that is being held held goes into its file; a void one leaves it as it was (TR-58). */
const boxCounted = (topic: Topic, motion: Motion, result: Result): Partial<Topic> =>
  topic.boxId === motion.id && topic.state === 'voting' && result.outcome !== 'void'
    ? { counted: countedVote(motion.id, topic, result), dossier: { ...topic.dossier, rollSize: motion.rollSize } }
    : {}

const atOnce = 500

/**
 * What a meeting's sum is made of, once the supervisor's key is turned, with the box among the published ballots. Cut off, the same are put
 * again and none twice. One that nobody opened has no box.
 */
async function boxPublished(store: Store, motion: Motion, goOn: () => boolean): Promise<Awaited<ReturnType<typeof urnOf>> | 'not-yet'> {
  const opened = (motion.openedAt ?? null) !== null,
    confirmed = opened && ((await store.get('countSeals', motion.id))?.confirmedAt ?? null) !== null
  if (opened && !confirmed) return 'not-yet'
  const counted = await urnOf(store, motion)
  if (!counted.seal || !counted.same) return counted
  const ballots = paperBallots(motion, counted.seal.seed, counted.box)
  for (let at = 0; at < ballots.length; at += atOnce) {
    if (!goOn()) return 'not-yet'
    await store.insertMissing('secretBallots', ballots.slice(at, at + atOnce))
  }
  return counted
}

const hashesOf = async (store: Store, topicId: string): Promise<string[]> =>
  (await allRows(store, 'journal', { match: { topicId }, order: { by: 'n' } })).map(entry => entry.hash)
