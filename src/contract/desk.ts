import * as v from 'valibot'
import { operation } from './operation'
import { count, cursor, instant, key, next, state, words } from './shapes'

export const desk = {
  /** What waits for the people who run the hall, most pressing first. */
  'desk.view': operation({
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
          similar: count,
        }),
      ),
      held: v.array(v.object({ id: v.string(), topicId: v.string(), title: v.string(), text: v.string(), at: instant })),
    }),
    refusals: ['not-your-role'],
  }),
  /** Shows a held comment, or takes one down with a reason its author reads. Criticism of public acts is no reason. */
  'comment.judge': operation({
    input: v.strictObject({ id: key, show: v.boolean(), reason: words }),
    output: v.object({}),
    refusals: ['no-such-comment', 'not-your-role', 'empty-text', 'too-long', 'control-characters', 'id-number-in-text', 'phone-number-in-text'],
  }),
  /** People a field of a form may name. */
  'people.inOffice': operation({
    input: v.strictObject({}),
    output: v.object({ people: v.array(v.object({ id: v.string(), name: v.string(), roles: v.array(v.string()) })) }),
    refusals: ['not-your-role'],
  }),
}
