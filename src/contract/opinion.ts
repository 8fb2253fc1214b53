import * as v from 'valibot'
import { operation } from './operation'
import { category, count, cursor, freshKey, instant, key, next, state, textRefusals, words } from './shapes'

const setting = v.picklist(['one', 'several', 'workplace'])
const base = { id: freshKey, words, setting, voices: v.pipe(v.number(), v.integer(), v.minValue(1)), consent: v.boolean() }

export const opinion = {
  /** To a topic that stands already. */
  'opinion.record': operation({
    kind: 'deed',
    who: ['special_member'],
    input: v.strictObject({ ...base, topicId: key }),
    output: v.object({ topicId: v.string() }),
    refusals: ['no-such-topic', 'discussion-closed', 'no-consent', 'too-many-voices', ...textRefusals],
  }),
  /** As a new matter: raised by the special member in the workers' words. */
  'opinion.raise': operation({
    kind: 'deed',
    who: ['special_member'],
    input: v.strictObject({ ...base, title: words, where: words, category }),
    output: v.object({ topicId: v.string() }),
    refusals: ['not-your-role', 'no-consent', 'too-many-voices', ...textRefusals],
  }),
  /** What this special member collected, and what became of each. */
  'opinion.mine': operation({
    kind: 'look',
    who: ['special_member'],
    input: v.strictObject({ after: cursor }),
    output: v.object({
      opinions: v.array(
        v.object({
          id: v.string(),
          words: v.string(),
          voices: count,
          at: instant,
          topicId: v.string(),
          title: v.string(),
          state,
          became: v.string(),
        }),
      ),
      next,
      total: count,
      now: instant,
    }),
    refusals: [],
  }),
}
