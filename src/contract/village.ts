import * as v from 'valibot'
import { delegationForms } from '@/domain/law/delegation'
import { matterCodes } from '@/domain/law/matters'
import { operation } from './operation'
import { basis, count, cursor, freshKey, instant, key, next, textRefusals, words } from './shapes'

const value = v.union([
  v.pipe(v.number(), v.integer()),
  v.boolean(),
  v.pipe(v.string(), v.maxLength(200)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(60)),
  v.strictObject({
    numerator: v.pipe(v.number(), v.integer()),
    denominator: v.pipe(v.number(), v.integer()),
    reach: v.picklist(['at-least', 'more-than']),
  }),
  v.strictObject({ members: count, representatives: v.optional(count), womenRepresentatives: v.optional(count) }),
])
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const who = v.string()

/**
 * One rule as it stands: the present value, the default, the least the law allows, and what it rests on. Everything in words a screen can
 * show as they are.
 */
const rule = v.object({
  id: v.string(),
  group: v.picklist(['terms', 'meetings', 'town']),
  /** The body whose heading it stands under on the page; empty where it belongs to none. */
  part: v.string(),
  label: v.string(),
  says: v.string(),
  kind: v.picklist(['number', 'share', 'choice', 'yes', 'codes', 'text', 'makeUp']),
  unit: v.string(),
  options: v.array(v.object({ value: v.string(), label: v.string() })),
  value: v.nullable(value),
  now: v.string(),
  usual: v.string(),
  floor: v.nullable(v.string()),
  article: v.string(),
  basis,
  /** The village chose otherwise than the default. */
  own: v.boolean(),
  /** What is wrong with it, with its arithmetic and article. */
  warning: v.nullable(v.string()),
  belowWords: v.string(),
  boundsWords: v.string(),
})

const delegation = v.object({
  id: v.string(),
  to: v.string(),
  matters: v.array(v.string()),
  validFrom: day,
  validTo: day,
  grantedBy: v.string(),
  form: v.string(),
  state: v.picklist(['waiting', 'live', 'declined', 'revoked', 'over', 'to-come']),
  by: who,
  at: instant,
  confirmedBy: v.nullable(who),
  endedReason: v.string(),
  mayConfirm: v.boolean(),
  mayRevoke: v.boolean(),
})

export const village = {
  /** 村里的规矩: everything the village may choose, as it stands, and what waits for a second key. */
  'settings.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.object({
      ruleSet: v.string(),
      rules: v.array(rule),
      waiting: v.array(
        v.object({
          id: v.string(),
          key: v.string(),
          label: v.string(),
          from: v.string(),
          to: v.string(),
          reason: v.string(),
          by: who,
          at: instant,
          waitsFor: v.picklist(['supervisor', 'town']),
          mayConfirm: v.boolean(),
        }),
      ),
      mayPropose: v.boolean(),
      townApproves: v.boolean(),
      now: instant,
    }),
    refusals: [],
  }),
  /** Who changed what, when, from what to what; newest first. */
  'settings.history': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ after: cursor }),
    output: v.object({
      changes: v.array(
        v.object({
          id: v.string(),
          label: v.string(),
          from: v.string(),
          to: v.string(),
          reason: v.string(),
          outcome: v.picklist(['changed', 'declined']),
          note: v.string(),
          proposedBy: who,
          proposedAt: instant,
          confirmedBy: v.nullable(who),
          approvedBy: v.nullable(who),
          at: instant,
        }),
      ),
      next,
      now: instant,
    }),
    refusals: [],
  }),
  /** Lays a change before its second key. Sent again under its key it is the same proposal. */
  'settings.propose': operation({
    kind: 'deed',
    who: ['committee'],
    input: v.strictObject({ key: freshKey, id: key, value, reason: words }),
    output: v.object({ waitsFor: v.literal('supervisor') }),
    refusals: [
      'no-such-setting',
      'setting-malformed',
      'below-the-law',
      'out-of-bounds',
      'longer-than-posting',
      'same-as-now',
      'proposal-waiting',
      'content-risky',
      ...textRefusals,
    ],
  }),
  'settings.confirm': operation({
    kind: 'deed',
    who: 'resident',
    freshens: 'village',
    input: v.strictObject({ id: key, key: freshKey, agrees: v.boolean(), note: words }),
    output: v.object({ outcome: v.picklist(['changed', 'declined', 'waits-for-town']) }),
    refusals: [
      'not-your-role',
      'second-key-same-person',
      'second-key-is-secretary',
      'no-such-proposal',
      'no-such-setting',
      'setting-malformed',
      'below-the-law',
      'out-of-bounds',
      'longer-than-posting',
      'same-as-now',
      'content-risky',
      ...textRefusals,
    ],
  }),
  /** 授权: what the assembly lets its representatives decide, and for how long. */
  'delegation.list': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.object({
      delegations: v.array(delegation),
      mayRecord: v.boolean(),
      /** What may be handed on at all, and to which body. */
      matters: v.array(v.object({ value: v.string(), label: v.string(), note: v.string() })),
      from: v.string(),
      to: v.string(),
      forms: v.array(v.object({ value: v.string(), label: v.string() })),
      today: day,
    }),
    refusals: [],
  }),
  'delegation.record': operation({
    kind: 'deed',
    who: ['committee'],
    input: v.strictObject({
      key: freshKey,
      codes: v.pipe(v.array(v.picklist(matterCodes)), v.maxLength(60)),
      validFrom: v.pipe(v.string(), v.maxLength(20)),
      validTo: v.pipe(v.string(), v.maxLength(20)),
      grantedBy: words,
      form: v.picklist(Object.keys(delegationForms) as (keyof typeof delegationForms)[]),
    }),
    output: v.object({ id: v.string() }),
    refusals: [
      'delegation-without-matters',
      'matter-not-delegable',
      'delegation-without-term',
      'delegation-without-ground',
      'delegation-between-strangers',
      'delegation-over',
      'content-risky',
      ...textRefusals,
    ],
  }),
  'delegation.confirm': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ id: key, agrees: v.boolean(), note: words }),
    output: v.object({ state: v.picklist(['live', 'declined']) }),
    refusals: [
      'not-your-role',
      'second-key-same-person',
      'second-key-is-secretary',
      'no-such-delegation',
      'delegation-over',
      'content-risky',
      ...textRefusals,
    ],
  }),
  /** Taken back, at once: the assembly wants to decide again for itself. */
  'delegation.revoke': operation({
    kind: 'deed',
    who: ['committee', 'supervisor'],
    input: v.strictObject({ id: key, reason: words }),
    output: v.object({}),
    refusals: ['no-such-delegation', 'delegation-over', 'content-risky', ...textRefusals],
  }),
}
