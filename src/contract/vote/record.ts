import * as v from 'valibot'
import { operation } from '../operation'
import { ballotForm, basis, bodyId, channel, count, instant, key, method, motionCard, result } from '../shapes'

const chosen = v.record(
  v.string(),
  v.union([v.number(), v.object({ numerator: v.number(), denominator: v.number(), reach: v.picklist(['at-least', 'more-than']) })]),
)
const tally = { for: count, against: count, abstain: count }
const { outcome } = result.entries

const vote = v.variant('kind', [
  v.object({
    kind: v.literal('put'),
    motionId: v.string(),
    textHash: v.string(),
    rules: v.string(),
    rollSize: count,
    rollHash: v.string(),
  }),
  v.object({
    kind: v.literal('settled'),
    motionId: v.string(),
    root: v.string(),
    outcome,
    ...tally,
    present: count,
    rollSize: count,
    rollHash: v.string(),
    statement: v.string(),
    links: v.string(),
  }),
])

/** Entries about votes are given whole; of every other entry only its hash, so that the chain can be followed and nothing else be read. */
const entry = v.union([
  v.object({
    id: v.string(),
    orgId: v.string(),
    topicId: v.string(),
    n: count,
    at: instant,
    step: v.string(),
    transition: v.string(),
    said: v.string(),
    from: v.string(),
    to: v.string(),
    taken: v.boolean(),
    byId: v.nullable(v.string()),
    evidence: v.strictObject({}),
    vote,
    before: v.string(),
    hash: v.string(),
  }),
  v.object({ n: count, before: v.string(), hash: v.string() }),
])

export const record = {
  /**
   * The published record of a settled vote but its ballots, which `ballot.list` gives page by page; put together and checked where it is
   * read (`domain/vote/record/verify.ts`).
   */
  'record.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ motionId: key }),
    output: v.object({
      record: v.object({
        format: v.literal('village-voting-record'),
        version: v.literal(1),
        motion: v.object({
          id: v.string(),
          orgId: v.string(),
          topicId: v.string(),
          text: v.string(),
          textHash: v.string(),
          form: ballotForm,
          method,
          options: v.pipe(v.array(v.object({ id: v.string(), text: v.string() })), v.readonly()),
          channels: v.pipe(v.array(channel), v.readonly()),
          opensAt: instant,
          openedAt: v.nullable(instant),
          closesAt: instant,
          byLaw: v.nullable(v.string()),
          secondOf: v.nullable(v.string()),
          revoteOf: v.nullable(v.string()),
        }),
        rule: v.object({ set: v.string(), id: bodyId, chosen }),
        roll: v.object({ size: count, hash: v.string(), frozenAt: instant }),
        counts: v.object({
          ...tally,
          options: v.pipe(v.array(v.object({ id: v.string(), votes: count })), v.readonly()),
          invalid: count,
          unreturned: count,
          present: count,
          byChannel: v.object({ phone: count, hall: count, paper: count, proxy: count }),
          paper: v.nullable(v.object({ issued: count, spoiled: count, found: count })),
        }),
        outcome: v.object({ outcome, explain: v.pipe(v.array(v.string()), v.readonly()) }),
        root: v.string(),
        key: v.nullable(v.string()),
        journal: v.pipe(v.array(entry), v.readonly()),
      }),
    }),
    refusals: ['no-such-motion', 'vote-not-settled', 'no-record'],
  }),
  /**
   * What the 计票单 is printed from: before the count as an empty form, afterwards with the figures (procedures §5.6.3, evidence printout).
   */
  'vote.sheet': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ motionId: key }),
    output: v.object({
      now: instant,
      village: v.string(),
      demo: v.boolean(),
      title: v.string(),
      card: motionCard,
      /** Held in a hall, with tellers and paper; otherwise by phone alone. */
      meeting: v.boolean(),
      channels: v.array(channel),
      openedAt: v.nullable(instant),
      /** The rule with this roll's numbers, and its article. */
      rule: v.string(),
      article: v.string(),
      basis,
      byLaw: v.nullable(v.string()),
      /** SHA-256 of the question and its options, and of the roll as it was frozen. */
      textHash: v.string(),
      rollHash: v.string(),
      /** Who signs, with their names where they were named at notice; a passer-by reads the offices alone. */
      signers: v.array(v.string()),
    }),
    refusals: ['no-such-motion'],
  }),
}
