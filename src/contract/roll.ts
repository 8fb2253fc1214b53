import * as v from 'valibot'
import { operation } from './operation'
import { bodyId, count, cursor, freshKey, instant, key, next, textRefusals, words } from './shapes'

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const kind = v.picklist(['missing', 'wrong', 'not-entitled'])
const outcome = v.nullable(v.picklist(['granted', 'declined']))
const rowNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_100_000))

const row = v.strictObject({
  row: rowNumber,
  name: v.pipe(v.string(), v.maxLength(60)),
  group: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  household: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,23}$/))),
  phone: v.nullable(v.pipe(v.string(), v.regex(/^\+\d{7,15}$/))),
  code: v.nullable(key),
  adultFrom: v.nullable(day),
})

const sums = { rows: count, added: count, gone: count, changed: count, same: count, byName: count, fresh: count, size: count }
const laid = v.object({
  id: v.string(),
  body: bodyId,
  name: v.string(),
  state: v.picklist(['compared', 'waiting', 'applying', 'applied', 'declined', 'dropped']),
  by: v.string(),
  at: instant,
  reason: v.string(),
  note: v.string(),
  confirmedBy: v.nullable(v.string()),
  effectiveAt: v.nullable(instant),
  sizeNow: count,
  ...sums,
  mine: v.boolean(),
  mayConfirm: v.boolean(),
})

const dispute = v.object({
  id: v.string(),
  body: bodyId,
  roll: v.string(),
  kind,
  about: v.string(),
  words: v.string(),
  at: instant,
  dueAt: instant,
  overdue: v.boolean(),
  first: v.nullable(v.object({ by: v.string(), grants: v.boolean(), words: v.string() })),
  disagreed: v.string(),
  outcome,
  answer: v.string(),
  may: v.nullable(v.picklist(['first', 'second'])),
})

export const roll = {
  /** Every roll of this place: how many units, since when, its code, who changed it last. Names are not here. */
  'roll.list': operation({
    kind: 'look',
    who: 'resident',
    input: v.strictObject({}),
    output: v.object({
      rolls: v.array(
        v.object({
          body: bodyId,
          name: v.string(),
          unit: v.string(),
          says: v.string(),
          size: count,
          code: v.string(),
          since: v.nullable(instant),
          by: v.nullable(v.string()),
          confirmedBy: v.nullable(v.string()),
          changing: v.boolean(),
          waiting: v.nullable(v.string()),
          mayImport: v.boolean(),
          mayRead: v.boolean(),
        }),
      ),
      /** Imports of the past and those under way, newest first. */
      history: v.array(laid),
      /** How many disputes there were, and how they were decided; no names. */
      disputes: v.object({
        open: count,
        granted: count,
        declined: count,
        decided: v.array(v.object({ roll: v.string(), kind, outcome: v.picklist(['granted', 'declined']), at: instant })),
      }),
      decides: v.boolean(),
      groups: count,
      now: instant,
    }),
    refusals: [],
  }),
  /** Where the asker stands on each roll, until when an entry can be disputed, and what became of what they said. */
  'roll.mine': operation({
    kind: 'look',
    who: 'resident',
    input: v.strictObject({}),
    output: v.object({
      entries: v.array(
        v.object({
          body: bodyId,
          roll: v.string(),
          unit: v.string(),
          on: v.boolean(),
          since: v.nullable(instant),
          until: v.nullable(instant),
          /** In a roll of households: who stands for the asker's, and who else could. */
          household: v.nullable(
            v.object({
              representative: v.nullable(v.string()),
              mayHandOver: v.boolean(),
              members: v.array(v.object({ id: v.string(), name: v.string() })),
            }),
          ),
          mayReadGroup: v.boolean(),
        }),
      ),
      group: count,
      disputes: v.array(dispute),
      now: instant,
    }),
    refusals: [],
  }),
  /**
   * The names on a roll, as far as the asker may read them: all, or one's own group. With codes for who keeps or watches the roll: what is
   * exported.
   */
  'roll.people': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({ body: bodyId, after: cursor }),
    output: v.object({
      roll: v.string(),
      whole: v.boolean(),
      people: v.array(
        v.object({
          id: v.string(),
          code: v.nullable(v.string()),
          name: v.string(),
          group: count,
          household: v.nullable(v.string()),
          since: instant,
        }),
      ),
      next,
    }),
    refusals: ['not-your-role', 'roll-changing'],
  }),
  /** Begins to send a sheet. Sent again under its key it is the same one. */
  'roll.begin': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({
      key: freshKey,
      body: bodyId,
      rows: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
      parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
    output: v.object({ groups: count }),
    refusals: ['not-your-role', 'roll-changing', 'proposal-waiting', 'changed-meanwhile'],
  }),
  'roll.rows': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({
      id: key,
      part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199)),
      rows: v.pipe(v.array(row), v.minLength(1), v.maxLength(500)),
    }),
    output: v.object({}),
    refusals: ['not-your-role', 'no-such-proposal'],
  }),
  /** Compares the sheet with the roll that stands. Where anything is wrong with it, only its rows are kept and no change is laid down. */
  'roll.compare': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key }),
    output: v.object({
      wrongs: v.array(v.object({ row: rowNumber, says: v.string() })),
      wrong: count,
      ...sums,
      sizeNow: count,
    }),
    refusals: ['not-your-role', 'no-such-proposal', 'roll-changing', 'roll-incomplete'],
  }),
  /** The difference, line by line, for who laid it and who turns the key. */
  'roll.changes': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({ id: key, after: cursor }),
    output: v.object({
      laid,
      lines: v.array(
        v.object({
          kind: v.picklist(['added', 'gone', 'changed']),
          name: v.string(),
          group: count,
          was: v.nullable(v.string()),
          how: v.nullable(v.string()),
          doubtful: v.boolean(),
        }),
      ),
      next,
      now: instant,
    }),
    refusals: ['not-your-role', 'no-such-proposal'],
  }),
  'roll.submit': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, reason: words }),
    output: v.object({}),
    refusals: [
      'not-your-role',
      'no-such-proposal',
      'roll-changing',
      'proposal-waiting',
      'changed-meanwhile',
      'same-as-now',
      ...textRefusals,
    ],
  }),
  'roll.drop': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key }),
    output: v.object({}),
    refusals: ['not-your-role', 'no-such-proposal'],
  }),
  /** The second key. Agreed, it holds a few minutes later, all of it at one instant. */
  'roll.confirm': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, agrees: v.boolean(), note: words }),
    output: v.object({ effectiveAt: v.nullable(instant) }),
    refusals: [
      'not-your-role',
      'second-key-same-person',
      'second-key-is-secretary',
      'no-such-proposal',
      'roll-changing',
      'changed-meanwhile',
      ...textRefusals,
    ],
  }),
  /**
   * A household is represented by another of its adults: said by who represents it, or in writing at the hall (`note`: where the paper is).
   */
  'roll.represent': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ personId: key, note: words }),
    output: v.object({}),
    refusals: ['not-your-role', 'no-such-person', 'roll-changing', ...textRefusals],
  }),
  'roll.dispute': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ key: freshKey, body: bodyId, kind, subjectId: v.optional(key), words }),
    output: v.object({}),
    refusals: ['not-your-role', 'no-such-person', 'roll-window-closed', 'too-many-corrections', 'content-risky', ...textRefusals],
  }),
  /** What waits for the two who decide, oldest first. */
  'roll.disputes': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({ after: cursor }),
    output: v.object({ waiting: v.array(dispute), next, now: instant }),
    refusals: ['not-your-role'],
  }),
  'roll.decide': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, grants: v.boolean(), words }),
    output: v.object({ outcome }),
    refusals: [
      'not-your-role',
      'own-case',
      'second-key-same-person',
      'second-key-is-secretary',
      'no-such-proposal',
      'no-such-person',
      'roll-changing',
      'changed-meanwhile',
      ...textRefusals,
    ],
  }),
}
