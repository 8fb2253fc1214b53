import { answerFits } from '@/domain/answers'
import { ballotId, channelOf, mayCast, secretBallotId, votedBy } from '@/domain/ballots'
import { dayOf } from '@/domain/calendar'
import { grant, refuse } from '@/domain/decision'
import { isStaff, masked } from '@/domain/people'
import { placeOf } from '../../village/motion-card'
import { putNamed, putSecret } from '../../village/put-ballot'
import type { Handler } from '../handler'
import { motionFacts } from './motion-facts'

/** Named: one read, one write under the unit's own key. The same again is the same ballot; another choice before the close replaces it; another way in is shut. */
export const cast: Handler<'ballot.cast'> = async ({ motionId, choice }, { store, org, actor, clock }) => {
  const motion = await motionFacts(store, motionId)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const now = clock.now()
  const place = await placeOf(store, motion, actor)
  const decision = mayCast(motion, place, 'named', now)
  if (!decision.ok) {
    // The first answer may have been lost just before the close: nobody is told that a ballot which stands was not counted.
    const there = decision.refusal === 'vote-closed' && place ? await store.get('ballots', ballotId(motionId, place.unitId)) : undefined
    return there?.choice === choice && channelOf(there) === 'phone' ? grant({ choice, castAt: there.castAt }) : decision
  }
  if (!answerFits(motion, choice)) return refuse('not-an-answer')
  const id = ballotId(motionId, decision.value.unitId)
  const taken = await putNamed(store, { id, orgId: org.id, motionId, unitId: decision.value.unitId, voterId: actor.id, choice, castAt: now })
  return taken === null || taken === 'phone' ? grant({ choice, castAt: now }) : refuse(votedBy[taken])
}

/** Secret: final, under the hash of a receipt that only the voter holds. */
export const castSecret: Handler<'ballot.castSecret'> = async ({ motionId, choice, receiptHash }, { store, org, actor, clock }) => {
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
  const mark = { id: ballotId(motionId, decision.value.unitId), orgId: org.id, motionId, day: dayOf(now) }
  const outcome = await putSecret<never>(store, mark, ballot)
  if (outcome === null) return grant({ receiptHash })
  return 'taken' in outcome && outcome.taken !== 'phone' ? refuse(votedBy[outcome.taken]) : refuse('already-voted')
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
