import { answerFits } from '@/domain/vote/question/answers'
import { ballotId, channelOf, mayCast, nameOnBallot, secretBallotId, votedBy, type Ballot } from '@/domain/vote/ballot/ballots'
import { dayOf } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import type { Motion } from '@/domain/vote/motions'
import { isStaff, masked, type Person } from '@/domain/resident/people'
import { recordHead } from '@/domain/vote/record/record'
import type { Store } from '../../ports'
import { maySee } from '../topic/take-step'
import { allRows } from '../ground/all-rows'
import { noteHelp } from './given-help'
import { placeOf } from './motion-card'
import { listedPage, namedOnRecord } from './published-list'
import { putNamed, putSecret } from './put-ballot'
import type { Handler } from '../ground/handler'
import { motionFacts } from './motion-facts'

/**
 * Named: one read, one write under the unit's own key. The same again is the same ballot; another choice before the close replaces it;
 * another way in is shut.
 */
export const cast: Handler<'ballot.cast'> = async ({ motionId, choice, assistedBy }, { store, own, org, actor, clock }) => {
  const motion = await motionFacts({ own, clock }, motionId)
  if (!motion) return refuse('no-such-motion')
  const now = clock.now()
  const place = await placeOf(store, motion, actor)
  const decision = mayCast(motion, place, 'named', now)
  if (!decision.ok) {
    // The first answer may have been lost just before the close: nobody is told that a ballot which stands was not counted.
    const there = decision.refusal === 'vote-closed' && place ? await own('ballots', ballotId(motionId, place.unitId)) : undefined
    return there?.choice === choice && channelOf(there) === 'phone' ? grant({ choice, castAt: there.castAt }) : decision
  }
  if (!answerFits(motion, choice)) return refuse('not-an-answer')
  const helped =
    assistedBy &&
    (await noteHelp({ store, clock }, { motion, unitId: decision.value.unitId, voter: actor, by: assistedBy, channel: 'phone' }))
  if (helped && !helped.ok) return helped
  const id = ballotId(motionId, decision.value.unitId)
  const taken = await putNamed(store, {
    id,
    orgId: org.id,
    motionId,
    unitId: decision.value.unitId,
    voterId: actor.id,
    name: nameOnBallot(motion.body, actor),
    choice,
    castAt: now,
  })
  return taken === null || taken === 'phone' ? grant({ choice, castAt: now }) : refuse(votedBy[taken])
}

/** Secret: final, under the hash of a receipt that only the voter holds. */
export const castSecret: Handler<'ballot.castSecret'> = async (
  { motionId, choice, receiptHash, assistedBy },
  { store, own, org, actor, clock },
) => {
  const motion = await motionFacts({ own, clock }, motionId)
  if (!motion) return refuse('no-such-motion')
  const now = clock.now()
  const decision = mayCast(motion, await placeOf(store, motion, actor), 'secret', now)
  const ballot = { id: secretBallotId(motionId, receiptHash), orgId: org.id, motionId, choice }
  if (!decision.ok) {
    // The first answer may have been lost just before the close: who holds the receipt is told the truth.
    if (decision.refusal === 'vote-closed' && (await own('secretBallots', ballot.id))?.choice === choice) return grant({ receiptHash })
    return decision
  }
  if (!answerFits(motion, choice)) return refuse('not-an-answer')
  const helped =
    assistedBy &&
    (await noteHelp({ store, clock }, { motion, unitId: decision.value.unitId, voter: actor, by: assistedBy, channel: 'phone' }))
  if (helped && !helped.ok) return helped
  const mark = { id: ballotId(motionId, decision.value.unitId), orgId: org.id, motionId, day: dayOf(now) }
  const outcome = await putSecret<never>(store, mark, ballot)
  if (outcome === null) return grant({ receiptHash })
  return 'taken' in outcome && outcome.taken !== 'phone' ? refuse(votedBy[outcome.taken]) : refuse('already-voted')
}

/** Every ballot as counted, in the order of its key, which says nothing of when. Of a named one also what the record's tree is made of. */
export const listBallots: Handler<'ballot.list'> = async ({ motionId, after }, { store, own, actor }) => {
  const motion = await own('motions', motionId)
  if (!motion) return refuse('no-such-motion')
  if (!motion.result) return refuse('vote-not-settled')
  const {
    form,
    result: { present: total },
  } = motion
  const { rows, nameless, next } = await listedPage(store, motion, after)
  const insider = await mayReadNames(store, motion, actor)
  const voters = new Map(
    (
      await store.getMany(
        'people',
        rows.map(ballot => ballot.voterId),
      )
    ).map(person => [person.id, person]),
  )
  const shown = (ballot: Ballot): string => {
    const voter = voters.get(ballot.voterId)
    return !voter ? '' : insider ? (voter.rollName ?? voter.name) : masked(voter.name)
  }
  return grant({
    form,
    total,
    next,
    ballots: [
      ...rows.map(ballot => ({ who: shown(ballot), choice: ballot.choice ?? '', ...onRecord(motion, ballot, insider, shown(ballot)) })),
      ...nameless.map(({ receipt, choice }) => ({ who: receipt, choice })),
    ],
  })
}

/**
 * What the record has beside what is shown: the seal, the way it came in, the name where it is another by now. Nothing for votes settled
 * before there were records.
 */
function onRecord(motion: Motion, ballot: Ballot, insider: boolean, shown: string) {
  if (motion.recordKey === undefined) return {}
  const { unit, who, of, channel } = namedOnRecord(motion.recordKey, ballot, insider)
  return { unit, channel, ...(of === undefined ? {} : { of }), ...(who === shown ? {} : { as: who }) }
}

/** The head of the published record: all of it but the ballots. */
export const viewRecord: Handler<'record.view'> = async ({ motionId }, { store, own, actor }) => {
  const motion = await own('motions', motionId)
  if (!motion) return refuse('no-such-motion')
  const topic = await own('topics', motion.topicId)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  const { result } = motion
  if (!result) return refuse('vote-not-settled')
  if (result.root === undefined) return refuse('no-record')
  const entries = await allRows(store, 'journal', { match: { topicId: motion.topicId }, order: { by: 'n' } })
  const key = (await mayReadNames(store, motion, actor)) ? (motion.recordKey ?? null) : null
  return grant({ record: recordHead(motion, { ...result, root: result.root }, entries, key) })
}

/** Who ran it and who was called on to vote reads the names, everybody else the surnames. */
const mayReadNames = async (store: Store, motion: Motion, actor: Person | null): Promise<boolean> =>
  motion.form === 'named' && actor !== null && (isStaff(actor) || (await placeOf(store, motion, actor)) !== undefined)
