import * as v from 'valibot'
import { operation } from './operation'
import { key } from './shapes'

export const codes = {
  /**
   * The picture of a code to print: who scans it lands at the topic, at the session's door, or (`village`, whatever the id) at the hall.
   */
  'code.view': operation({
    input: v.strictObject({ kind: v.picklist(['village', 'topic', 'session']), id: key }),
    output: v.object({ picture: v.string(), name: v.string() }),
    refusals: ['not-your-role', 'no-such-topic', 'no-such-session', 'no-code'],
  }),
}
