import * as v from 'valibot'
import { operation } from './operation'

export const photos = {
  /** A picture of at most 700 KB, as base64; what it says of where and with what it was taken is cut off. */
  'photo.add': operation({
    input: v.strictObject({ data: v.pipe(v.string(), v.maxLength(990_000)) }),
    output: v.object({ id: v.string() }),
    refusals: ['not-a-picture', 'picture-too-large', 'too-many-photos'],
  }),
}
