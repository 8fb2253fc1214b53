import * as v from 'valibot'
import { operation } from './operation'
import { photos } from './photos'
import { textRefusals, words } from './shapes'

export const profile = {
  /** The nickname that stands beside the masked name under what one says; empty: none. Refused, the old one stays. */
  'profile.set': operation({
    input: v.strictObject({ nickname: words }),
    output: v.object({ nickname: v.nullable(v.string()) }),
    refusals: ['nickname-imitates', 'nickname-unchecked', 'nickname-away', 'content-risky', ...textRefusals],
  }),
  /** A picture of oneself in the place of the one before; others see it once it passed. */
  'avatar.set': operation({ input: photos['photo.add'].input, output: v.object({}), refusals: photos['photo.add'].refusals }),
  /** Away with it. Asked again, there is none. */
  'avatar.remove': operation({ input: v.strictObject({}), output: v.object({}), refusals: [] }),
}
