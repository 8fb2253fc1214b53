import * as v from 'valibot'
import { guestOperation } from './operation'
import { channel, instant, key, motionCard } from './shapes'

export const voteSheet = {
  /**
   * What the 计票单 is printed from: before the count as an empty form, afterwards with the figures (procedures §5.6.3, evidence printout).
   */
  'vote.sheet': guestOperation({
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
