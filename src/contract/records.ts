import * as v from 'valibot'
import { guestOperation } from './operation'
import { ballotForm, bodyId, channel, count, instant, key, method, result } from './shapes'

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

/** Of the journal what is about votes stands whole, of all else its place in the chain. */
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

export const records = {
  /**
   * The published record of a settled vote but its ballots, which `ballot.list` gives page by page; put together and checked where it is
   * read (`domain/record/verify.ts`).
   */
  'record.view': guestOperation({
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
}
