import { isChoice, type Answer } from '../question/answers'
import { bodyNames, type BodyId } from '../../law/names'
import type { Channel } from '../channels'
import { grant, refuse, type Decision } from '../../ground/decision'
import { sha256Hex } from '../../ground/journal'
import { channelsOf, isMeeting, isOpen, type Motion, type Tally } from '../motions'
import { masked, type Person } from '../../resident/people'
import { wasOnRoll, type RollPlace } from '../../roll/roll'

/** A named ballot. Its key is `ballotId`: one unit, one motion, one row, however often it is sent. */
export interface Ballot {
  readonly id: string
  readonly orgId: string
  readonly motionId: string
  readonly unitId: string
  readonly voterId: string
  /**
   * As the roll had the voter's name when the ballot was cast, so that the record stays the same whoever is renamed or leaves; of a mere
   * poll the surname alone.
   */
  readonly name?: string
  /** Null: a paper ballot was given out; what it says is counted with the box. */
  readonly choice: Answer | null
  readonly castAt: number
  /** Absent: by the voter's own phone. The unit's one row closes every other way. */
  readonly channel?: Channel
  /** Who handed out the hall's device or the paper. */
  readonly tellerId?: string
  /**
   * Which paper was given out: taking one back names it, so that asking twice never takes another. Drawn by the teller's phone; nothing is
   * printed with it.
   */
  readonly paperId?: string
}

/** 「This unit has voted」 in a secret vote: nothing in it leads to the choice, and its time is no finer than the day. */
export interface Mark {
  readonly id: string
  readonly orgId: string
  readonly motionId: string
  readonly day: string
  /** As a ballot's; absent: by phone. */
  readonly channel?: Channel
  readonly tellerId?: string
  readonly paperId?: string
}

/**
 * A choice in a secret vote, under the hash of a receipt only the voter holds; after the count also each paper ballot, of either form of
 * vote. No person, no time, no order.
 */
export interface SecretBallot {
  readonly id: string
  readonly orgId: string
  readonly motionId: string
  readonly choice: Answer
}

/** Votes of a statutory body are public acts and keep the full name; of a mere poll the record never holds more than the surname. */
export const nameOnBallot = (body: BodyId, voter: Pick<Person, 'name' | 'rollName'>): string =>
  bodyNames[body].views ? masked(voter.name) : (voter.rollName ?? voter.name)

export const ballotId = (motionId: string, unitId: string): string => `${motionId}:${unitId}`
export const receiptHash = (receipt: string): string => sha256Hex(`receipt:${receipt}`)
export const secretBallotId = (motionId: string, hash: string): string => `${motionId}:${hash}`

/** By which way a unit's one row was taken. */
export const channelOf = (row: Pick<Ballot, 'channel'>): Channel => row.channel ?? 'phone'

/**
 * The ballots of the box as rows of the published list, after the count: each place is drawn from the seal's seed, so that making them
 * again makes the same ones.
 */
export function paperBallots(
  { id: motionId, orgId }: Pick<Motion, 'id' | 'orgId'>,
  seed: string,
  box: Readonly<Record<Answer, number>>,
): readonly SecretBallot[] {
  const choices = Object.keys(box)
    .sort()
    .flatMap(choice => Array.from({ length: box[choice] ?? 0 }, () => choice))
  return choices.map((choice, n) => ({ id: secretBallotId(motionId, sha256Hex(`paper:${seed}:${n}`)), orgId, motionId, choice }))
}

export type CastRefusal = 'not-on-roll' | 'vote-not-yet-open' | 'vote-closed' | 'wrong-ballot-form' | 'channel-not-offered'

/**
 * Whether this unit may cast now, this way. `place` is the voter's place on the motion's roll. At a meeting nobody votes before the host
 * opens it.
 */
export function mayCast(
  motion: Pick<Motion, 'form' | 'frozenAt' | 'opensAt' | 'closesAt' | 'channels' | 'openedAt'>,
  place: RollPlace | undefined,
  form: Motion['form'],
  now: number,
  channel: Channel = 'phone',
): Decision<RollPlace, CastRefusal> {
  if (motion.form !== form) return refuse('wrong-ballot-form')
  if (!channelsOf(motion).includes(channel)) return refuse('channel-not-offered')
  if (!place || !wasOnRoll(place, motion.frozenAt)) return refuse('not-on-roll')
  if (now >= motion.closesAt) return refuse('vote-closed')
  return isOpen(motion, now) && (!isMeeting(motion) || (motion.openedAt ?? null) !== null) ? grant(place) : refuse('vote-not-yet-open')
}

/** What a voter hears whose one vote is in another way. */
export const votedBy = {
  phone: 'voted-by-phone',
  hall: 'voted-in-hall',
  paper: 'voted-on-paper',
  proxy: 'voted-by-proxy',
} as const satisfies Record<Channel, string>

/** Each ballot once. */
export function tally(ballots: Iterable<{ readonly choice: Answer | null }>): Tally {
  const count = { for: 0, against: 0, abstain: 0 }
  for (const { choice } of ballots) if (choice !== null && isChoice(choice)) count[choice] += 1
  return count
}
