import * as v from 'valibot'
import { staff } from '@/domain/resident/people'
import { caseKinds, reasonNames } from '@/domain/moderation/cases'
import { operation } from './operation'
import { count, cursor, instant, key, next, picture, pictureRefusals, state, textRefusals, words } from './shapes'

const reason = v.picklist(reasonNames)
const kind = v.picklist(caseKinds)

export const deskCase = v.object({
  id: v.string(),
  kind,
  topicId: v.string(),
  title: v.string(),
  text: v.string(),
  photoId: v.nullable(v.string()),
  doubt: v.nullable(v.picklist(['doubtful', 'risky', 'unchecked'])),
  /** What neighbours reported it for, without their names. */
  reports: v.array(v.object({ reason, words: v.string() })),
  at: instant,
  dueAt: instant,
  /** What its author says against its being put away; then it is for the supervision committee. */
  appeal: v.nullable(v.object({ words: v.string(), reason, said: v.string() })),
})

export const moderation = {
  /** What waits for the people who run the hall, most pressing first. */
  'desk.view': operation({
    kind: 'look',
    who: staff,
    leastAge: 16,
    input: v.strictObject({ show: v.picklist(['waiting', 'running']), after: cursor }),
    output: v.object({
      now: instant,
      waiting: count,
      dueToday: count,
      overdue: count,
      next,
      items: v.array(
        v.object({
          id: v.string(),
          title: v.string(),
          state,
          who: v.string(),
          says: v.string(),
          dueAt: v.nullable(instant),
          overdue: v.boolean(),
          dueToday: v.boolean(),
          /** Steps this person can take from here; the form opens on the step's page. */
          steps: v.array(
            v.object({
              name: v.string(),
              label: v.string(),
              look: v.picklist(['main', 'plain', 'danger']),
              via: v.nullable(v.string()),
              ready: v.boolean(),
            }),
          ),
          confirm: v.boolean(),
          /** What the machine thought of a topic's words; null: nothing to say. */
          machine: v.nullable(v.picklist(['doubtful', 'risky', 'unchecked'])),
          similar: count,
        }),
      ),
      /** What a person must look at, the most pressing first. */
      cases: v.array(deskCase),
      /** Changes of the village's rules and authorisations that wait for this person's key. */
      rulesWaiting: v.optional(count),
      /** Votes that are over and wait for this person's key to be counted. */
      countsWaiting: v.optional(v.array(v.object({ motionId: v.string(), text: v.string(), hall: v.boolean() }))),
      /** Rolls and disputes about them that wait for this person. */
      rollsWaiting: v.optional(count),
    }),
    refusals: [],
  }),
  /** Lets it be seen, or puts it away for a reason of the list, which its author reads. Criticism of public acts is no reason. */
  'case.judge': operation({
    kind: 'deed',
    who: ['moderator', 'supervisor'],
    input: v.strictObject({ id: key, show: v.boolean(), reason: v.nullable(reason), words }),
    output: v.object({}),
    refusals: ['no-such-case', 'case-closed', 'own-case', 'reason-missing', ...textRefusals],
  }),
  /** The author asks the supervision committee to look again: once, within thirty days. */
  'case.appeal': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, words }),
    output: v.object({ answerBy: instant }),
    refusals: ['no-such-case', 'appeal-closed', ...textRefusals],
  }),
  'case.answer': operation({
    kind: 'deed',
    who: ['supervisor'],
    input: v.strictObject({ id: key, restore: v.boolean(), words }),
    output: v.object({}),
    refusals: ['no-such-case', 'case-closed', 'own-case', ...textRefusals],
  }),
  /** Everything that was put away or let be seen, by whom and why. */
  'case.log': operation({
    kind: 'look',
    who: staff,
    leastAge: 16,
    input: v.strictObject({ after: cursor }),
    output: v.object({
      entries: v.array(
        v.object({
          id: v.string(),
          at: instant,
          did: v.picklist(['opened', 'reported', 'shown', 'hidden', 'appealed', 'upheld', 'restored']),
          by: v.string(),
          reason: v.nullable(reason),
          words: v.string(),
          topicId: v.string(),
          kind,
          title: v.string(),
        }),
      ),
      next,
      now: instant,
    }),
    refusals: [],
  }),
  /** A neighbour asks that somebody look. One report of one person on one thing; the name is told to nobody. */
  'report.file': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({
      kind: v.picklist(['comment', 'topic', 'photo', 'nickname', 'avatar']),
      /** For a nickname or an avatar: the id of the comment it stands beside, since the phone is never told whose it is. */
      id: key,
      /** The topic on whose page the photo stands. */
      topicId: v.optional(key),
      reason,
      words,
    }),
    output: v.object({}),
    refusals: ['nothing-to-report', 'own-thing', ...textRefusals],
  }),
  /** How much was put away this year, for which reasons, and how much came back: for everybody to see. */
  'case.counts': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.object({ year: count, hidden: v.array(v.object({ reason, times: count })), restored: count }),
    refusals: [],
  }),
  'photo.add': operation({
    kind: 'deed',
    who: 'resident',
    input: picture,
    output: v.object({ id: v.string() }),
    refusals: pictureRefusals,
  }),
}
