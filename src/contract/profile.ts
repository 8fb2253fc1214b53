import * as v from 'valibot'
import { operation } from './operation'
import { textRefusals, words } from './shapes'

export const profile = {
  /** The nickname that stands beside the masked name under what one says; empty: none. Refused, the old one stays. */
  'profile.set': operation({
    input: v.strictObject({ nickname: words }),
    output: v.object({ nickname: v.nullable(v.string()) }),
    refusals: ['nickname-imitates', 'nickname-unchecked', 'content-risky', ...textRefusals],
  }),
}
