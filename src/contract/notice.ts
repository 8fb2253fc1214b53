import * as v from 'valibot'
import { assigners } from '@/domain/notice/reach'
import { templateKeys, type TemplateKey } from '@/domain/notice/templates'
import { allWays, waysKnown, type Way } from '@/domain/notice/ways'
import { operation } from './operation'
import { count, cursor, freshKey, instant, key, motionCard, next, noticeCard, state } from './shapes'

const visit = v.picklist([...waysKnown('told'), 'away'])
const way = v.picklist(allWays)
/** How many people each way reached. */
const reached = Object.fromEntries(allWays.map(one => [one, count])) as Record<Way, typeof count>

const template = v.picklist(templateKeys as [TemplateKey, ...TemplateKey[]])

export const notice = {
  'notice.list': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ board: v.picklist(['all', 'outcome', 'result', 'session', 'vote']), after: cursor }),
    output: v.object({ notices: v.array(noticeCard), next, now: instant }),
    refusals: [],
  }),
  'notice.view': operation({
    kind: 'look',
    who: 'anyone',
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
    kind: 'look',
    who: 'resident',
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
    kind: 'deed',
    who: 'resident',
    leastAge: 0,
    input: v.strictObject({ ids: v.pipe(v.array(key), v.minLength(1), v.maxLength(50)) }),
    output: v.object({ unread: count }),
    refusals: [],
  }),
  /** Who knows of a notice, and who does not yet. The figures come with the first page. */
  'reach.view': operation({
    kind: 'look',
    who: assigners,
    leastAge: 16,
    input: v.strictObject({ noticeId: key, show: v.picklist(['missing', 'all']), after: cursor }),
    output: v.object({
      now: instant,
      notice: noticeCard,
      topicTitle: v.string(),
      statutory: v.boolean(),
      /** The ways by which nothing goes out of this village at all. */
      without: v.array(way),
      boardPhotoIds: v.array(v.string()),
      figures: v.nullable(
        v.object({
          people: count,
          ...reached,
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
          channel: v.nullable(way),
          at: v.nullable(instant),
          worker: v.nullable(v.string()),
          away: v.boolean(),
          photoId: v.nullable(v.string()),
        }),
      ),
      next,
    }),
    refusals: ['no-such-notice'],
  }),
  /** Gives a grid worker those of a group who do not know yet and are in nobody's hands; at most two hundred at a time. */
  'reach.assign': operation({
    kind: 'deed',
    who: assigners,
    input: v.strictObject({ noticeId: key, workerId: key, group: count }),
    output: v.object({ assigned: count }),
    refusals: ['no-such-notice', 'no-such-person'],
  }),
  /** Takes those of a group who do not know yet out of one grid worker's hands and gives them to another; who and when is kept. */
  'reach.handOver': operation({
    kind: 'deed',
    who: assigners,
    input: v.strictObject({ noticeId: key, group: count, fromId: key, toId: key }),
    output: v.object({ given: count }),
    refusals: ['no-such-notice', 'no-such-person'],
  }),
  /** Whom a grid worker is to call or to visit. */
  'reach.mine': operation({
    kind: 'look',
    who: ['grid_worker'],
    leastAge: 16,
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
          way: v.nullable(visit),
          markedAt: v.nullable(instant),
          mayUndo: v.boolean(),
          photoId: v.nullable(v.string()),
        }),
      ),
      next,
    }),
    refusals: [],
  }),
  /** What came of it; null takes back today's slip. A walk to the door may have a picture, of one's own taking. */
  'reach.mark': operation({
    kind: 'deed',
    who: ['grid_worker'],
    input: v.strictObject({ id: key, way: v.nullable(visit), photoId: v.optional(key) }),
    output: v.object({ open: count }),
    refusals: ['no-such-task', 'undo-too-late', 'no-such-photo'],
  }),
  /** The templates this village has, under the ids WeChat's question needs; none where nothing is pushed. */
  'consent.view': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({}),
    output: v.object({ templates: v.array(v.object({ template, id: v.string(), lasting: v.boolean() })) }),
    refusals: [],
  }),
  /** What a resident chose when WeChat asked, under a key of this one tap. */
  'consent.record': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({
      tap: freshKey,
      answers: v.pipe(
        v.array(v.strictObject({ template, answer: v.picklist(['accept', 'reject', 'ban', 'filter']) })),
        v.minLength(1),
        v.maxLength(5),
        v.check(answers => new Set(answers.map(one => one.template)).size === answers.length),
      ),
    }),
    output: v.object({}),
    refusals: [],
  }),
}
