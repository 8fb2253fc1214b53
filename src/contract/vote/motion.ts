import * as v from 'valibot'
import { operation } from '../operation'
import { askedBodies } from '@/domain/vote/motions'
import { fewestOptions, mostOptions, mostQuestions } from '@/domain/vote/question/questions'
import { assistedBy, help, helpRefusals } from './assist'
import { answer, ballotForm, basis, channel, count, freshKey, instant, key, method, motionCard, textRefusals, words } from '../shapes'

/** What is asked, and between what; without a method for, against or abstain. */
const asked = {
  text: words,
  method: v.optional(method),
  options: v.optional(v.pipe(v.array(words), v.minLength(fewestOptions), v.maxLength(mostOptions))),
}

const castRefusals = [
  'no-such-motion',
  'not-on-roll',
  'vote-not-yet-open',
  'vote-closed',
  'wrong-ballot-form',
  'not-an-answer',
  'channel-not-offered',
  'voted-in-hall',
  'voted-on-paper',
  'voted-by-proxy',
] as const

/**
 * `who`: a name, or the hash of a receipt. The rest is what the record's tree is made of: of a named ballot its seal, the way it came in,
 * the name as cast where it is another now; `of` for who may open the seal.
 */
const listedBallot = v.object({
  who: v.string(),
  choice: v.string(),
  unit: v.optional(v.string()),
  channel: v.optional(channel),
  of: v.optional(v.string()),
  as: v.optional(v.string()),
})

/** What a vote that goes on with another is told anew; question, roll, rules and ways are the other's own. */
const goesOn = { motionId: key, rev: count, opensAt: instant, closesAt: instant }
const goesOnRefusals = ['no-such-motion', 'step-not-open', 'changed-meanwhile', 'vote-too-short', 'vote-too-long'] as const

export const motion = {
  /** A question, or the agenda of a meeting, put to a body. */
  'motion.put': operation({
    kind: 'deed',
    who: ['moderator'],
    input: v.strictObject({
      id: freshKey,
      topicId: key,
      rev: count,
      ...asked,
      body: v.picklist(askedBodies),
      form: ballotForm,
      opensAt: instant,
      closesAt: instant,
      /**
       * Further questions on the same matter for the same meeting: a ballot each, one check-in, one notice. A matter of another kind is
       * another topic, and never rides along.
       */
      agenda: v.optional(v.pipe(v.array(v.strictObject({ id: freshKey, ...asked })), v.minLength(1), v.maxLength(mostQuestions - 1))),
      /** Absent: by phone alone. With `hall` or `paper` it is a meeting, and tellers and a scrutineer are named. */
      channels: v.optional(
        v.pipe(
          v.array(channel),
          v.minLength(1),
          v.maxLength(4),
          v.check(ways => new Set(ways).size === ways.length),
        ),
      ),
      tellerIds: v.optional(v.pipe(v.array(key), v.maxLength(9))),
      scrutineerId: v.optional(key),
    }),
    output: v.object({ id: v.string() }),
    refusals: [
      'no-such-topic',
      'step-not-open',
      'class-ordinary',
      'not-as-noticed',
      'attendance-lawful',
      'changed-meanwhile',
      'notice-too-short',
      'vote-too-short',
      'vote-too-long',
      'roll-empty',
      'roll-changing',
      'options-wrong',
      'method-only-gathers',
      'content-risky',
      'evidence-missing',
      'counters-free',
      'no-such-person',
      'proxy-invalid',
      'not-a-meeting',
      ...textRefusals,
    ],
  }),
  /** The foremost options of a vote none of whose options had enough are voted on again, once. Its key comes from that vote's own. */
  'motion.putSecond': operation({
    kind: 'deed',
    who: ['moderator'],
    input: v.strictObject(goesOn),
    output: v.object({ id: v.string() }),
    refusals: goesOnRefusals,
  }),
  /** A void vote is held again as it was put, once (TR-58). */
  'motion.putAgain': operation({
    kind: 'deed',
    who: ['moderator'],
    input: v.strictObject({ id: freshKey, ...goesOn }),
    output: v.object({ id: v.string() }),
    refusals: [...goesOnRefusals, 'recount-left'],
  }),
  /** What a body could be asked, for the moderator's form. */
  'motion.bodies': operation({
    kind: 'look',
    who: ['moderator', 'committee'],
    leastAge: 16,
    /** With a topic whose meeting was noticed: the body that meets, alone. */
    input: v.strictObject({ topicId: v.optional(key) }),
    output: v.object({
      bodies: v.array(
        v.object({
          id: v.picklist(askedBodies),
          name: v.string(),
          says: v.string(),
          rollSize: count,
          opensFrom: instant,
          rule: v.string(),
          binding: v.boolean(),
          /** Full days of notice it needs, and what they rest on. */
          noticeDays: count,
          noticeArticle: v.string(),
          /** Its rule lets one vote for another of the same household, on a written proxy. */
          proxies: v.optional(v.boolean()),
        }),
      ),
      byLaw: v.nullable(v.string()),
    }),
    refusals: [],
  }),
  'motion.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ id: key }),
    output: v.object({
      now: instant,
      card: motionCard,
      title: v.string(),
      rule: v.string(),
      /** The body, in plain words. */
      says: v.string(),
      passes: v.object({ title: v.string(), lines: v.array(v.string()), article: v.string(), basis }),
      byLaw: v.nullable(v.string()),
      mine: v.nullable(answer),
      onBehalfOf: v.nullable(v.string()),
      /** The questions of one meeting in the order of the paper, this one among them; absent where it stands alone. */
      agenda: v.optional(v.array(v.object({ id: v.string(), text: v.string(), voted: v.boolean(), open: v.boolean() }))),
      /** Of a vote that goes to a second ballot: that ballot once it is put; whether this viewer may put it. */
      second: v.optional(v.object({ id: v.nullable(v.string()), mayPut: v.boolean() })),
      /** Of a void vote: the one in which it is held again, once it is put; whether this viewer may put it. */
      again: v.optional(v.object({ id: v.nullable(v.string()), mayPut: v.boolean() })),
      /** After the count, and for who watches over the vote at any time; absent where nobody was helped. */
      help: v.optional(help),
      /** Of a vote held in a hall; absent where it is by phone alone. */
      meeting: v.optional(
        v.object({
          /** When this viewer's unit came, if it is there. */
          arrivedAt: v.nullable(instant),
          /** By which way this viewer's unit has voted. */
          votedBy: v.nullable(channel),
          /** This viewer runs the hall, or counts, or watches the count. */
          runs: v.boolean(),
        }),
      ),
      /** Of a closed secret vote by phones alone that waits for its two keys: who turned them, and whether this viewer may turn one. */
      keys: v.optional(v.object({ host: v.nullable(v.string()), supervisor: v.nullable(v.string()), mayTurn: v.boolean() })),
      /** Units this viewer votes for on written proxies. */
      proxies: v.optional(v.array(v.object({ unitId: v.string(), name: v.string(), voted: v.boolean() }))),
    }),
    refusals: ['no-such-motion'],
  }),
  /**
   * One of the two keys without which a secret vote by phones alone is not counted (procedures §6.3): who runs the hall turns one, a
   * supervisor the other.
   */
  'vote.turnKey': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key }),
    output: v.object({ turned: count }),
    refusals: ['no-such-motion', 'no-keys-needed', 'vote-still-open', 'not-your-role', 'conflict-declared', 'key-turned'],
  }),
  /** A named ballot: may be changed until the close, the last one counts. */
  'ballot.cast': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ motionId: key, choice: answer, assistedBy: v.optional(assistedBy) }),
    output: v.object({ choice: answer, castAt: instant }),
    refusals: [...castRefusals, ...helpRefusals],
  }),
  /** A secret ballot: final, under the hash of a receipt only the phone knows. */
  'ballot.castSecret': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({
      motionId: key,
      choice: answer,
      receiptHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      assistedBy: v.optional(assistedBy),
    }),
    output: v.object({ receiptHash: v.string() }),
    refusals: [...castRefusals, ...helpRefusals, 'already-voted'],
  }),
  /** After the close: every ballot as counted. Named with names, secret as receipt hashes. The phone looks for its own. */
  'ballot.list': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ motionId: key, after: v.optional(v.pipe(v.string(), v.maxLength(500))) }),
    output: v.object({ form: ballotForm, ballots: v.array(listedBallot), next: v.nullable(v.string()), total: count }),
    refusals: ['no-such-motion', 'vote-not-settled'],
  }),
}
