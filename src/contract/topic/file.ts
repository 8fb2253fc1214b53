import * as v from 'valibot'
import { operation } from '../operation'
import { basis, count, instant, key, state, told } from '../shapes'

const deed = v.object({
  n: count,
  at: instant,
  said: v.string(),
  by: v.string(),
  /** Who laid it before the second key; empty where there was none. */
  laidBy: v.string(),
  told: v.array(told),
  /** Labels of what is on file and not for this reader. */
  kept: v.array(v.string()),
  meeting: v.nullable(v.object({ should: count, present: count })),
  judged: v.array(v.string()),
  article: v.nullable(v.string()),
  basis,
  confidence: v.nullable(v.picklist(['A', 'B', 'C+', 'C', 'D', 'S'])),
})
const stage = v.object({
  state,
  name: v.string(),
  from: instant,
  until: v.nullable(instant),
  deeds: v.array(deed),
  signers: v.array(v.string()),
})

export const file = {
  /** 一事一档: the whole file of a topic as far as this reader may read it, and whether it is complete. */
  'file.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ id: key }),
    output: v.object({
      now: instant,
      village: v.string(),
      demo: v.boolean(),
      title: v.string(),
      state,
      matter: v.array(v.object({ label: v.string(), value: v.string() })),
      stages: v.array(stage),
      /** What was done anew since, as it was the first time. */
      earlier: v.array(stage),
      /** Pieces of evidence that its road has asked for so far. */
      asked: count,
      missing: v.array(v.string()),
      head: v.string(),
      boardCode: v.string(),
      /** Each entry of the record by its number and hash, the last one the head. */
      manifest: v.array(v.object({ n: count, hash: v.string() })),
      textHash: v.nullable(v.string()),
      reviewedHash: v.nullable(v.string()),
    }),
    refusals: ['no-such-topic'],
  }),
}
