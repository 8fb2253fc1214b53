import * as v from 'valibot'
import { operation } from './operation'
import { deskCase } from './cases'
import { count, cursor, instant, next, state } from './shapes'

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
    refusals: ['not-your-role'],
  }),
  /** People a field of a form may name. */
  'people.inOffice': operation({
    input: v.strictObject({}),
    output: v.object({ people: v.array(v.object({ id: v.string(), name: v.string(), roles: v.array(v.string()) })) }),
    refusals: ['not-your-role'],
  }),
}
