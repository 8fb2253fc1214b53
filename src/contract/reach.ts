import * as v from 'valibot'
import { operation } from './operation'
import { count, cursor, instant, key, next, noticeCard } from './shapes'

const way = v.picklist(['called', 'door', 'away'])
const channel = v.picklist(['app', 'wechat', 'called', 'door'])

export const reach = {
  /** Who knows of a notice, and who does not yet. The figures come with the first page. */
  'reach.view': operation({
    input: v.strictObject({ noticeId: key, show: v.picklist(['missing', 'all']), after: cursor }),
    output: v.object({
      now: instant,
      notice: noticeCard,
      topicTitle: v.string(),
      statutory: v.boolean(),
      /** Whether this village's notices go out by WeChat at all. */
      wechat: v.boolean(),
      boardPhotoIds: v.array(v.string()),
      figures: v.nullable(
        v.object({
          people: count,
          app: count,
          wechat: count,
          called: count,
          door: count,
          missing: count,
          groups: v.array(
            v.object({
              group: count,
              missing: count,
              unassigned: count,
              /** In whose hands the others are. */
              held: v.array(v.object({ id: v.string(), name: v.string(), people: count })),
            }),
          ),
          /** Who gave whose people to whom, newest first. */
          handOvers: v.array(
            v.object({ id: v.string(), group: count, from: v.string(), to: v.string(), people: count, by: v.string(), at: instant }),
          ),
          workers: v.array(v.object({ id: v.string(), name: v.string(), group: count })),
        }),
      ),
      people: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          group: count,
          channel: v.nullable(channel),
          at: v.nullable(instant),
          worker: v.nullable(v.string()),
          away: v.boolean(),
          photoId: v.nullable(v.string()),
        }),
      ),
      next,
    }),
    refusals: ['not-your-role', 'no-such-notice'],
  }),
  /** Gives a grid worker those of a group who do not know yet and are in nobody's hands; at most two hundred at a time. */
  'reach.assign': operation({
    input: v.strictObject({ noticeId: key, workerId: key, group: count }),
    output: v.object({ assigned: count }),
    refusals: ['not-your-role', 'no-such-notice', 'no-such-person'],
  }),
  /** Takes those of a group who do not know yet out of one grid worker's hands and gives them to another; who and when is kept. */
  'reach.handOver': operation({
    input: v.strictObject({ noticeId: key, group: count, fromId: key, toId: key }),
    output: v.object({ given: count }),
    refusals: ['not-your-role', 'no-such-notice', 'no-such-person'],
  }),
  /** Whom a grid worker is to call or to visit. */
  'reach.mine': operation({
    input: v.strictObject({ show: v.picklist(['open', 'done']), after: cursor }),
    output: v.object({
      now: instant,
      open: count,
      tasks: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          group: count,
          title: v.string(),
          body: v.string(),
          way: v.nullable(way),
          markedAt: v.nullable(instant),
          mayUndo: v.boolean(),
          photoId: v.nullable(v.string()),
        }),
      ),
      next,
    }),
    refusals: ['not-your-role'],
  }),
  /** What came of it; null takes back today's slip. A walk to the door may have a picture, of one's own taking. */
  'reach.mark': operation({
    input: v.strictObject({ id: key, way: v.nullable(way), photoId: v.optional(key) }),
    output: v.object({ open: count }),
    refusals: ['not-your-role', 'no-such-task', 'undo-too-late', 'no-such-photo'],
  }),
}
