import * as v from 'valibot'
import { guestOperation, operation } from './operation'
import { count, cursor, instant, key, motionCard, next, noticeCard, state } from './shapes'

export const notices = {
  'notice.list': guestOperation({
    input: v.strictObject({ board: v.picklist(['all', 'outcome', 'result', 'session', 'vote']), after: cursor }),
    output: v.object({ notices: v.array(noticeCard), next, now: instant }),
    refusals: [],
  }),
  'notice.view': guestOperation({
    input: v.strictObject({ id: key }),
    output: v.object({
      now: instant,
      notice: noticeCard,
      topicTitle: v.string(),
      state,
      motions: v.array(motionCard),
      decision: v.nullable(v.object({ level: v.string(), text: v.string(), implementer: v.string(), finishBy: v.string(), budget: count })),
      result: v.nullable(v.object({ cost: count, photoIds: v.array(v.string()) })),
      views: v.nullable(v.string()),
      boardPhotoIds: v.array(v.string()),
      /** The pictures on it that this reader may ask somebody to look at. */
      reportPhotos: v.array(v.object({ id: v.string(), label: v.string() })),
      boardCode: v.string(),
      /** This person may see who knows of it. */
      mayReach: v.boolean(),
      objection: v.nullable(v.object({ open: v.boolean(), until: instant, waiting: count })),
    }),
    refusals: ['no-such-notice'],
  }),
  'message.list': operation({
    input: v.strictObject({ after: cursor }),
    output: v.object({
      messages: v.array(
        v.object({
          id: v.string(),
          topicId: v.string(),
          motionId: v.nullable(v.string()),
          title: v.string(),
          body: v.string(),
          at: instant,
          read: v.boolean(),
        }),
      ),
      next,
      unread: count,
      now: instant,
    }),
    refusals: [],
  }),
  'message.read': operation({
    input: v.strictObject({ ids: v.pipe(v.array(key), v.minLength(1), v.maxLength(50)) }),
    output: v.object({ unread: count }),
    refusals: [],
  }),
}
