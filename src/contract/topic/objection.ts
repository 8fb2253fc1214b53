import * as v from 'valibot'
import { objectionCauses } from '@/domain/procedure/step'
import { operation } from '../operation'
import { count, freshKey, instant, key, state, textRefusals, words } from '../shapes'

/** One to five stars, and the four axes one may fill in. */
export const stars = v.picklist([1, 2, 3, 4, 5])
export const axes = v.strictObject({
  result: v.optional(stars),
  openness: v.optional(stars),
  voice: v.optional(stars),
  timeliness: v.optional(stars),
})

export const objection = {
  'rating.give': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, stars, axes, words }),
    output: v.object({ stars: count }),
    refusals: [
      'no-such-topic',
      'rating-not-open',
      'rating-not-yours',
      'rating-fixed',
      'too-long',
      'control-characters',
      'id-number-in-text',
      'phone-number-in-text',
      'empty-text',
    ],
  }),
  'objection.file': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, objectionId: freshKey, reason: words }),
    output: v.object({ until: instant }),
    refusals: ['no-such-topic', 'objection-not-open', 'changed-meanwhile', ...textRefusals],
  }),
  /** Answered by the supervision committee: not upheld, or upheld and the outcome is drafted anew. */
  'objection.answer': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({
      topicId: key,
      objectionId: key,
      upheld: v.boolean(),
      cause: v.optional(v.picklist(objectionCauses)),
      answer: words,
    }),
    output: v.object({ state }),
    refusals: [
      'no-such-topic',
      'no-such-objection',
      'objection-answered',
      'not-your-role',
      'changed-meanwhile',
      'content-risky',
      ...textRefusals,
    ],
  }),
}
