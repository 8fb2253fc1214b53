import * as v from 'valibot'
import { answer, channel, count, freshKey, instant, key, motionCard, photoIds, textRefusals, words } from '../shapes'
import { assistedBy, helpRefusals } from './assist'
import { operation } from '../operation'

const here = ['no-such-motion', 'not-your-role', 'not-a-meeting'] as const
const handing = [...here, 'not-on-roll', 'channel-not-offered', 'vote-not-yet-open', 'vote-closed'] as const
const receiptHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const found = v.record(answer, count)

/** A unit of the roll as who runs the hall sees it. `votedBy`: its one vote is in by this way, and shut to every other. */
const hallUnit = v.object({
  unitId: v.string(),
  personId: v.string(),
  name: v.string(),
  group: count,
  arrivedAt: v.nullable(instant),
  leftAt: v.nullable(instant),
  votedBy: v.nullable(channel),
  /** The key of the paper this unit holds: `paper.takeBack` and `paper.spoil` must name it, so that they touch no other. */
  paperId: v.nullable(v.string()),
  /** Who votes for it on a written proxy. */
  proxy: v.nullable(v.string()),
})

/** One batch of paper ballots. A teller sees the other's figures once both are in. */
const batch = v.object({
  batch: count,
  state: v.picklist(['one-entered', 'same', 'different']),
  mine: v.nullable(found),
  others: v.nullable(found),
  /** Who entered, by name: the act is public. */
  by: v.array(v.string()),
})

export const hall = {
  /** All that who runs a meeting's vote needs on one screen: host, recorder, tellers, supervisors. */
  'vote.hall': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({ motionId: key }),
    output: v.object({
      now: instant,
      title: v.string(),
      card: motionCard,
      openedAt: v.nullable(instant),
      /** Units that are there and have not left; it takes `card.quorumNeeds`. */
      present: count,
      left: count,
      /** The quorum as it stands, with its inequality and article. */
      quorum: v.string(),
      byChannel: v.object({ phone: count, hall: count, paper: count, proxy: count }),
      paper: v.object({ issued: count, spoiled: count, found: count }),
      batches: v.array(batch),
      seal: v.nullable(v.object({ by: v.string(), at: instant, photoIds: v.array(v.string()), confirmedBy: v.nullable(v.string()) })),
      /** How the sum stands: 「赞成 … + 未交回 … = 到会 …」, and what does not add up. Null before the close. */
      sum: v.nullable(v.object({ says: v.array(v.string()), holds: v.boolean() })),
      /** Written proxies taken in for this meeting and not revoked; absent where the rule knows none. */
      proxies: v.optional(
        v.array(
          v.object({
            unitId: v.string(),
            name: v.string(),
            group: count,
            agent: v.string(),
            at: instant,
            voted: v.boolean(),
            photoIds: v.array(v.string()),
          }),
        ),
      ),
      may: v.object({
        admit: v.boolean(),
        open: v.boolean(),
        hand: v.boolean(),
        issue: v.boolean(),
        count: v.boolean(),
        seal: v.boolean(),
        confirm: v.boolean(),
      }),
    }),
    refusals: here,
  }),
  'vote.find': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({ motionId: key, name: v.pipe(v.string(), v.maxLength(40)) }),
    output: v.object({ units: v.array(hallUnit) }),
    refusals: here,
  }),
  /** By their own phone, at a meeting that has not ended. */
  'vote.checkIn': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key }),
    output: v.object({ at: instant }),
    refusals: ['no-such-motion', 'not-a-meeting', 'not-on-roll', 'doors-not-open', 'vote-closed'],
  }),
  'vote.admit': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, unitId: key }),
    output: v.object({ present: count }),
    refusals: [...here, 'not-on-roll', 'mode-mixed', 'doors-not-open', 'vote-closed'],
  }),
  'vote.leave': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, unitId: key }),
    output: v.object({ present: count }),
    refusals: [...here, 'not-on-roll', 'vote-closed'],
  }),
  /** The host opens it, the quorum being there (procedures §5.6.3). */
  'vote.open': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key }),
    output: v.object({ openedAt: instant }),
    refusals: [...here, 'vote-not-yet-open', 'vote-closed', 'quorum-not-there', 'opened-by-step'],
  }),
  /**
   * On the hall's device, held by the voter whom the teller found on the roll. In a secret vote the device draws the receipt and shows it
   * to the voter alone.
   */
  'ballot.castInHall': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({
      motionId: key,
      unitId: key,
      choice: answer,
      receiptHash: v.optional(receiptHash),
      assistedBy: v.optional(assistedBy),
    }),
    output: v.object({ choice: v.nullable(answer), receiptHash: v.nullable(v.string()) }),
    refusals: [
      ...handing,
      ...helpRefusals,
      'wrong-ballot-form',
      'not-an-answer',
      'already-voted',
      'voted-by-phone',
      'voted-on-paper',
      'voted-by-proxy',
      'own-ballot',
    ],
  }),
  'paper.issue': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ key: freshKey, motionId: key, unitId: key }),
    output: v.object({ issued: count }),
    /** `voted-on-paper`: this unit has another paper. Asked again with the same key, it is the same paper and no refusal. */
    refusals: [...handing, 'voted-by-phone', 'voted-in-hall', 'voted-by-proxy', 'voted-on-paper'],
  }),
  /**
   * Given back unmarked and whole: the unit may vote another way. Asked again, it takes back nothing else; `changed-meanwhile`: that paper
   * is back, and the unit votes another way by now.
   */
  'paper.takeBack': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, unitId: key, paperId: key }),
    output: v.object({ issued: count }),
    refusals: [...here, 'not-on-roll', 'vote-closed', 'changed-meanwhile'],
  }),
  /** Given back spoiled and replaced by a new one. */
  'paper.spoil': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ key: freshKey, motionId: key, reason: words }),
    output: v.object({ spoiled: count }),
    refusals: [...here, 'vote-not-yet-open', 'vote-closed', 'no-paper-out', 'changed-meanwhile', ...textRefusals],
  }),
  /**
   * One teller's count of one batch; the second teller's closes it where the two agree. `again`: mends one's own after the two were
   * compared.
   */
  'paper.count': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, batch: v.pipe(count, v.minValue(1), v.maxValue(999)), found, again: v.optional(v.boolean()) }),
    output: v.object({ batch }),
    refusals: [...here, 'vote-still-open', 'not-an-answer', 'count-sealed', 'batch-taken', 'count-entered'],
  }),
  /** Closes the count with the photographed tally sheet. */
  'count.seal': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, sheetPhotoIds: photoIds }),
    output: v.object({}),
    refusals: [...here, 'vote-still-open', 'batches-differ', 'sum-wrong', 'photo-missing', 'no-such-photo', 'count-sealed'],
  }),
  /** The supervisor's key: the vote is settled with the next sweep. `no` sends the count back with a reason. */
  'count.confirm': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, yes: v.boolean(), reason: v.optional(words) }),
    output: v.object({}),
    refusals: [
      ...here,
      'count-not-sealed',
      'count-sealed',
      'batches-differ',
      'sum-wrong',
      'second-key-same-person',
      'conflict-declared',
      'reason-missing',
      ...textRefusals,
    ],
  }),
  /** A written proxy for one meeting, taken in by who runs the hall (集体成员大会：同一户，书面). */
  'proxy.write': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, unitId: key, agentId: key, photoIds }),
    output: v.object({}),
    refusals: [...here, 'not-on-roll', 'proxy-invalid', 'photo-missing', 'no-such-photo', 'vote-closed', 'already-voted', 'already-there'],
  }),
  /** By who gave it, or by the moderator or recorder at their word; until they have checked in or it was used. */
  'proxy.revoke': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, unitId: key }),
    output: v.object({}),
    refusals: ['no-such-motion', 'not-your-role', 'no-such-proxy', 'already-voted'],
  }),
  /** The agent's ballot for another unit, beside their own. */
  'ballot.castAsProxy': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, unitId: key, choice: answer, receiptHash: v.optional(receiptHash) }),
    output: v.object({ choice: v.nullable(answer), receiptHash: v.nullable(v.string()) }),
    refusals: [
      'no-such-motion',
      'no-such-proxy',
      'proxy-invalid',
      'channel-not-offered',
      'not-on-roll',
      'vote-not-yet-open',
      'vote-closed',
      'wrong-ballot-form',
      'not-an-answer',
      'already-voted',
      'voted-by-phone',
      'voted-in-hall',
      'voted-on-paper',
    ],
  }),
}
