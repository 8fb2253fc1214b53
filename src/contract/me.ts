import * as v from 'valibot'
import { guestOperation } from './operation'
import { count, face, instant, motionCard, noticeCard, sessionCard, topicCard } from './shapes'

export const me = {
  /** Who this is, which village, and the hall's time. */
  'me.view': guestOperation({
    input: v.strictObject({}),
    output: v.object({
      person: v.nullable(
        v.object({ name: v.string(), face, roles: v.array(v.string()), roleNames: v.array(v.string()), group: count, staff: v.boolean() }),
      ),
      org: v.object({
        name: v.string(),
        hall: v.string(),
        hallPlace: v.string(),
        hallPhone: v.string(),
        demo: v.boolean(),
        supportsNeeded: count,
        groups: count,
      }),
      now: instant,
      unread: count,
    }),
    refusals: [],
  }),
  /** What concerns this person now. */
  'home.view': guestOperation({
    input: v.strictObject({}),
    output: v.object({
      now: instant,
      unread: count,
      guest: v.boolean(),
      hall: v.string(),
      demo: v.boolean(),
      votes: v.array(v.object({ motion: motionCard, title: v.string() })),
      todo: v.array(
        v.object({
          kind: v.picklist(['confirm', 'step', 'fix', 'rate', 'objection']),
          topicId: v.string(),
          title: v.string(),
          says: v.string(),
          dueAt: v.nullable(instant),
          overdue: v.boolean(),
        }),
      ),
      sessions: v.array(sessionCard),
      mine: v.array(topicCard),
      outcomes: v.array(noticeCard),
    }),
    refusals: [],
  }),
}
