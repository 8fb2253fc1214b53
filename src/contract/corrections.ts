import * as v from 'valibot'
import { allCorrectable } from '@/domain/resident/corrections'
import { operation } from './operation'
import { count, cursor, freshKey, instant, key, next, textRefusals, words } from './shapes'

const field = v.picklist(allCorrectable)

export const corrections = {
  /** Says that something held of the asker is wrong. Sent again under its key, it is the same request. */
  'data.correct': operation({
    input: v.strictObject({ key: freshKey, field, words }),
    output: v.object({}),
    refusals: ['too-many-corrections', 'no-such-correction', 'content-risky', ...textRefusals],
  }),
  /** Those that wait for an answer, oldest first, for the hall's desk. */
  'correction.list': operation({
    input: v.strictObject({ after: cursor }),
    output: v.object({
      waiting: v.array(v.object({ id: v.string(), name: v.string(), group: count, field, words: v.string(), at: instant })),
      next,
      now: instant,
    }),
    refusals: ['not-your-role'],
  }),
  'correction.answer': operation({
    input: v.strictObject({ id: key, outcome: v.picklist(['done', 'declined']), words }),
    output: v.object({}),
    refusals: ['not-your-role', 'no-such-correction', 'correction-answered', 'own-case', ...textRefusals],
  }),
}
