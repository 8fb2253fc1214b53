import { answerFits } from '@/domain/answers'
import { ballotId, mayCast, secretBallotId } from '@/domain/ballots'
import { dayOf } from '@/domain/calendar'
import { grant, refuse } from '@/domain/decision'
import { isStaff, masked } from '@/domain/people'
import { KeyTaken } from '../../ports'
import { noteHelp } from '../../village/help'
import { placeOf } from '../../village/motion-card'
import type { Handler } from '../handler'
import { motionFacts } from './motion-facts'

/** Named: one read, one write under the unit's own key. The same again is the same ballot; another choice before the close replaces it. */
export const cast: Handler<'ballot.cast'> = async ({ motionId, choice, assistedBy }, { store, org, actor, clock }) => {
  const motion = await motionFacts(store, motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const now = clock.now()
  const decision = mayCast(motion, await placeOf(store, motion, actor), 'named', now)
  if (!decision.ok) return decision
  if (!answerFits(motion, choice)) return refuse('not-an-answer')
  const helped = assistedBy && (await noteHelp({ store, clock }, { motion, unitId: decision.value.unitId, voter: actor, by: assistedBy }))
  if (helped && !helped.ok) return helped
  const id = ballotId(motionId, decision.value.unitId)
  await store.put('ballots', { id, orgId: org.id, motionId, unitId: decision.value.unitId, voterId: actor.id, choice, castAt: now })
  return grant({ choice, castAt: now })
}

/** Secret: one commit of two rows that do not point at each other. The mark's key forbids a second; the receipt's hash makes a retry the same ballot. */
export const castSecret: Handler<'ballot.castSecret'> = async ({ motionId, choice, receiptHash, assistedBy }, { store, org, actor, clock }) => {
  const motion = await motionFacts(store, motionId)
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

/** Every ballot as counted, in the order of its key, which says nothing of when. */
export const listBallots: Handler<'ballot.list'> = async ({ motionId, after }, { store, org, actor }) => {
  const motion = await store.get('motions', motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  if (!motion.result) return refuse('vote-not-settled')
  const total = motion.result.present
  if (motion.form === 'secret') {
    const page = await store.list('secretBallots', { match: { motionId }, limit: 1000, after })
    return grant({
      form: motion.form,
      ballots: page.rows.map(({ id, choice }) => ({ who: id.slice(motionId.length + 1), choice })),
      next: page.next,
      total,
    })
  }
  const page = await store.list('ballots', { match: { motionId }, limit: 500, after })
  const voters = new Map(
    (
      await store.getMany(
        'people',
        page.rows.map(ballot => ballot.voterId),
      )
    ).map(person => [person.id, person]),
  )
  const insider = actor !== null && (isStaff(actor) || (await placeOf(store, motion, actor)) !== undefined)
  return grant({
    form: motion.form,
    next: page.next,
    total,
    ballots: page.rows.flatMap(({ voterId, choice }) => {
      const voter = voters.get(voterId)
      return choice === null ? [] : [{ who: !voter ? '' : insider ? (voter.rollName ?? voter.name) : masked(voter.name), choice }]
    }),
  })
}
