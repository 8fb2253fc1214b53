import * as v from 'valibot'
import { allOwnParts } from '@/domain/resident/own-data'
import { guestOperation, operation } from './operation'
import { count, cursor, face, instant, next } from './shapes'

export const ownData = {
  /** Everything held of the asker, in one look; each part's rows are asked for one by one. */
  'data.view': operation({
    input: v.strictObject({}),
    output: v.object({
      name: v.string(),
      nickname: v.nullable(v.string()),
      face,
      /** Whether others see the picture; null: there is none. */
      avatar: v.nullable(v.picklist(['waiting', 'shown', 'hidden'])),
      /** A nickname or picture that others do not see, and why; no reason: somebody is to look at it. */
      putAway: v.array(
        v.object({
          id: v.string(),
          kind: v.picklist(['avatar', 'nickname']),
          text: v.string(),
          why: v.string(),
          mayAppeal: v.boolean(),
          answerBy: v.nullable(instant),
        }),
      ),
      group: count,
      roleNames: v.array(v.string()),
      householdSize: v.nullable(count),
      phone: v.nullable(v.string()),
      boundSince: v.nullable(instant),
      rolls: v.array(v.object({ body: v.string(), since: instant, until: v.nullable(instant) })),
      /** Why the account cannot be closed now; null: it can. */
      cannotClose: v.nullable(v.literal('holds-office')),
      now: instant,
    }),
    refusals: [],
  }),
  'data.part': operation({
    input: v.strictObject({ part: v.picklist(allOwnParts), after: cursor }),
    output: v.object({ rows: v.array(v.object({ at: v.nullable(instant), says: v.string() })), next }),
    refusals: [],
  }),
  /** 注销. Asked again after the answer was lost, it is the same closing. */
  'data.close': guestOperation({
    input: v.strictObject({ sure: v.literal('注销') }),
    output: v.object({}),
    refusals: ['holds-office'],
  }),
}
