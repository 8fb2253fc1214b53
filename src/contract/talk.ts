import * as v from 'valibot'
import { operation } from './operation'
import { count, cursor, face, freshKey, instant, key, next, textRefusals, words } from './shapes'

const comment = {
  id: v.string(),
  author: v.string(),
  face,
  /** Whether a nickname of its author's stands in `author`. */
  nicknamed: v.boolean(),
  mine: v.boolean(),
  text: v.string(),
  at: instant,
  agrees: count,
  thanks: count,
  agreed: v.boolean(),
  thanked: v.boolean(),
  visible: v.picklist(['shown', 'held', 'hidden']),
  hiddenWhy: v.nullable(v.string()),
  /** Its author may ask the supervision committee to look again. */
  mayAppeal: v.boolean(),
  mayReport: v.boolean(),
}

export const talk = {
  'comment.list': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({
      topicId: key,
      round: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
      sort: v.picklist(['fair', 'newest']),
      after: cursor,
    }),
    output: v.object({ comments: v.array(v.object({ ...comment, answers: v.array(v.object(comment)) })), next, now: instant }),
    refusals: ['no-such-topic'],
  }),
  'comment.say': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: freshKey, topicId: key, parentId: v.nullable(key), text: words, showName: v.boolean() }),
    output: v.object({ visible: v.picklist(['shown', 'held', 'hidden']) }),
    refusals: ['no-such-topic', 'no-such-comment', 'discussion-closed', 'answers-have-no-answers', ...textRefusals],
  }),
  'comment.nod': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, nod: v.picklist(['agree', 'thank']), on: v.boolean() }),
    output: v.object({ agrees: count, thanks: count }),
    refusals: ['no-such-comment', 'own-comment'],
  }),
}
