import { answerFits } from '@/domain/answers'
import { ballotId, mayCast, nameOnBallot, secretBallotId, type Ballot } from '@/domain/ballots'
import { dayOf } from '@/domain/calendar'
import { grant, refuse } from '@/domain/decision'
import type { Motion } from '@/domain/motions'
import { isStaff, masked, type Person } from '@/domain/people'
import { recordHead } from '@/domain/record/record'
import { KeyTaken, type Store } from '../../ports'
import { maySee } from '../../village/carry-out'
import { all } from '../../village/everything'
import { noteHelp } from '../../village/help'
import { placeOf } from '../../village/motion-card'
import { listedPage, namedOnRecord } from '../../village/published-list'
import type { Handler } from '../handler'
import { motionFacts } from './motion-facts'

/** Named: one read, one write under the unit's own key. The same again is the same ballot; another choice before the close replaces it. */
export const cast: Handler<'ballot.cast'> = async ({ motionId, choice, assistedBy }, { store, org, actor, clock }) => {
  const motion = await motionFacts(store, motionId, clock.now())
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const now = clock.now()
  const decision = mayCast(motion, await placeOf(store, motion, actor), 'named', now)
  if (!decision.ok) return decision
  if (!answerFits(motion, choice)) return refuse('not-an-answer')
  const helped = assistedBy && (await noteHelp({ store, clock }, { motion, unitId: decision.value.unitId, voter: actor, by: assistedBy }))
  if (helped && !helped.ok) return helped
  const id = ballotId(motionId, decision.value.unitId)
  await store.put('ballots', { id, orgId: org.id, motionId, unitId: decision.value.unitId, voterId: actor.id, name: nameOnBallot(motion.body, actor), choice, castAt: now })
  return grant({ choice, castAt: now })
}

/** Secret: one commit of two rows that do not point at each other. The mark's key forbids a second; the receipt's hash makes a retry the same ballot. */
export const castSecret: Handler<'ballot.castSecret'> = async ({ motionId, choice, receiptHash, assistedBy }, { store, org, actor, clock }) => {
  const motion = await motionFacts(store, motionId, clock.now())
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const now = clock.now()
  const decision = mayCast(motion, await placeOf(store, motion, actor), 'secret', now)
  const ballot = { id: secretBallotId(motionId, receiptHash), orgId: org.id, motionId, choice }
  if (!decision.ok) {
    // The first answer may have been lost just before the close: who holds the receipt is told the truth.
    if (decision.refusal === 'vote-closed' && (await store.get('secretBallots', ballot.id))?.choice === choice) return grant({ receiptHash })
    return decision
  }
  if (!answerFits(motion, choice)) return refuse('not-an-answer')
  const helped = assistedBy && (await noteHelp({ store, clock }, { motion, unitId: decision.value.unitId, voter: actor, by: assistedBy }))
  if (helped && !helped.ok) return helped
  const mark = { id: ballotId(motionId, decision.value.unitId), orgId: org.id, motionId, day: dayOf(now) }
  try {
    await store.commit(async tx => {
      await tx.insert('marks', mark)
      await tx.insert('secretBallots', ballot)
    })
    return grant({ receiptHash })
  } catch (fault) {
    if (!(fault instanceof KeyTaken)) throw fault
    const there = await store.get('secretBallots', ballot.id)
    return there?.choice === choice ? grant({ receiptHash }) : refuse('already-voted')
  }
}

/** Every ballot as counted, in the order of its key, which says nothing of when. Of a named one also what the record's tree is made of. */
export const listBallots: Handler<'ballot.list'> = async ({ motionId, after }, { store, org, actor }) => {
  const motion = await store.get('motions', motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  if (!motion.result) return refuse('vote-not-settled')
  const { form, result: { present: total } } = motion
  const { rows, nameless, next } = await listedPage(store, motion, after)
  const insider = await mayReadNames(store, motion, actor)
  const voters = new Map((await store.getMany('people', rows.map(ballot => ballot.voterId))).map(person => [person.id, person]))
  const shown = (ballot: Ballot): string => { const voter = voters.get(ballot.voterId); return !voter ? '' : insider ? (voter.rollName ?? voter.name) : masked(voter.name) }
  return grant({
    form, total, next,
    ballots: [
      ...rows.map(ballot => ({ who: shown(ballot), choice: ballot.choice ?? '', ...onRecord(motion, ballot, insider, shown(ballot)) })),
      ...nameless.map(({ receipt, choice }) => ({ who: receipt, choice })),
    ],
  })
}

/** What the record has beside what is shown: the seal, the way it came in, the name where it is another by now. Nothing for votes settled before there were records. */
function onRecord(motion: Motion, ballot: Ballot, insider: boolean, shown: string) {
  if (motion.recordKey === undefined) return {}
  const { unit, who, of, channel } = namedOnRecord(motion.recordKey, ballot, insider)
  return { unit, channel, ...(of === undefined ? {} : { of }), ...(who === shown ? {} : { as: who }) }
}

/** The head of the published record: all of it but the ballots. */
export const viewRecord: Handler<'record.view'> = async ({ motionId }, { store, org, actor }) => {
  const motion = await store.get('motions', motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const topic = await store.get('topics', motion.topicId)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  const { result } = motion
  if (!result) return refuse('vote-not-settled')
  if (result.root === undefined) return refuse('no-record')
  const entries = await all(store, 'journal', { match: { topicId: motion.topicId }, order: { by: 'n' } })
  const key = await mayReadNames(store, motion, actor) ? (motion.recordKey ?? null) : null
  return grant({ record: recordHead(motion, { ...result, root: result.root }, entries, key) })
}

/** Who ran it and who was called on to vote reads the names, everybody else the surnames. */
const mayReadNames = async (store: Store, motion: Motion, actor: Person | null): Promise<boolean> =>
  motion.form === 'named' && actor !== null && (isStaff(actor) || (await placeOf(store, motion, actor)) !== undefined)
