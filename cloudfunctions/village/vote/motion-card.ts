import { ballotId, channelOf } from '@/domain/vote/ballot/ballots'
import { isVote } from '@/domain/law/rule-sets'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { dayOf } from '@/domain/ground/calendar'
import { isBinding, isMeeting, type Motion, type Result } from '@/domain/vote/motions'
import { has, isOfAge, type Person } from '@/domain/resident/people'
import { votingAge } from '@/domain/roll/roll-bodies'
import { amendmentId, placeAt, rollPlaceId, type RollPlace } from '@/domain/roll/roll'
import { inWords, needed } from '@/domain/ground/share'
import type { Store } from '../../ports'

/** The voter's place on the motion's roll. In a poll every verified resident stands for themselves. */
export async function placeOf(
  store: Store,
  motion: Pick<Motion, 'orgId' | 'body' | 'frozenAt'> & Partial<Pick<Motion, 'amended'>>,
  voter: Person,
): Promise<RollPlace | undefined> {
  // Who comes of age after the roll was frozen does not vote in this vote, like anybody who comes onto the roll later.
  if (!isOfAge(voter, votingAge(motion.body), dayOf(motion.frozenAt))) return undefined
  if (motion.body === 'POLL') {
    return has(voter, 'resident')
      ? {
          id: `${motion.orgId}:POLL:${voter.id}`,
          orgId: motion.orgId,
          body: 'POLL',
          unitId: voter.id,
          personId: voter.id,
          since: 0,
          until: null,
        }
      : undefined
  }
  const id = rollPlaceId(motion.orgId, motion.body, voter.id)
  if (motion.amended !== undefined) {
    const change = await store.get('rollAmendments', amendmentId(motion.amended, voter.id))
    if (change)
      return change.unitId === null
        ? undefined
        : { id, orgId: motion.orgId, body: motion.body, unitId: change.unitId, personId: voter.id, since: motion.frozenAt, until: null }
  }
  const place = await store.get('rollPlaces', id)
  return place && placeAt(place, motion.frozenAt)
}

/** How many units have voted; in a secret vote from the marks, which say nothing of how. */
const turnoutOf = (store: Store, motion: Motion): Promise<number> =>
  motion.result
    ? Promise.resolve(motion.result.present)
    : store.count(motion.form === 'secret' ? 'marks' : 'ballots', { motionId: motion.id })

const resultSeen = ({ explain, options, ...numbers }: Result) => ({
  ...numbers,
  explain: [...explain],
  ...(options === undefined ? {} : { options: options.map(option => ({ ...option })) }),
})

export async function motionCard(store: Store, motion: Motion, viewer: Person | null) {
  return (await motionSeen(store, motion, viewer)).card
}

/** The card, and what was looked up for it: where this viewer stands on the roll, and their named ballot. */
export async function motionSeen(store: Store, motion: Motion, viewer: Person | null) {
  const place = viewer ? await placeOf(store, motion, viewer) : undefined
  const [turnout, ballot] = await Promise.all([
    turnoutOf(store, motion),
    place ? store.get(motion.form === 'secret' ? 'marks' : 'ballots', ballotId(motion.id, place.unitId)) : undefined,
  ])
  const rule = ruleOfMotion(motion)
  const card = {
    id: motion.id,
    topicId: motion.topicId,
    text: motion.text,
    body: motion.body,
    form: motion.form,
    opensAt: motion.opensAt,
    closesAt: motion.closesAt,
    rollSize: motion.rollSize,
    turnout,
    quorumNeeds: isVote(rule) ? needed(motion.rollSize, rule.quorum.share) : 0,
    binding: isBinding(motion),
    onRoll: place !== undefined,
    voted: ballot !== undefined,
    result: motion.result ? resultSeen(motion.result) : null,
    ...(isVote(rule) ? { share: inWords(rule.pass.share) } : {}),
    ...(motion.method === undefined ? {} : { method: motion.method }),
    ...(motion.channels === undefined ? {} : { channels: [...motion.channels] }),
    ...(isMeeting(motion) ? { openedAt: motion.openedAt ?? null } : {}),
    ...(motion.options === undefined ? {} : { options: motion.options.map(option => ({ ...option })) }),
  }
  return { card, place, choice: ballot && 'choice' in ballot ? ballot.choice : null, votedBy: ballot ? channelOf(ballot) : null }
}
