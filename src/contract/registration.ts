import * as v from 'valibot'
import { allReleaseReasons } from '@/domain/resident/bind-codes'
import { guestOperation, operation } from './operation'
import { count, cursor, instant, key, next, words } from './shapes'

const digits = v.pipe(v.string(), v.regex(/^\d{6}$/))
/** Six digits, until when, and the same to be scanned where a picture can be had. */
const bindCode = v.object({ code: digits, until: instant, now: instant, picture: v.nullable(v.string()) })

export const registration = {
  /** Whom WeChat's phone button says this is, found in the village's register. Sent again, it is the same registration. */
  'me.bind': guestOperation({
    input: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    output: v.object({ name: v.string() }),
    refusals: ['phone-not-given', 'phone-not-known', 'phone-shared', 'person-bound', 'too-many-binds'],
  }),
  /** This phone no longer speaks for this person. Everything done stays done; registering again is open. */
  'me.unbind': guestOperation({ input: v.strictObject({}), output: v.object({}), refusals: [] }),
  /** People of the register by name, for the hall's desk. */
  'register.find': operation({
    input: v.strictObject({ name: words }),
    output: v.object({
      people: v.array(v.object({ id: v.string(), name: v.string(), group: count, phone: v.nullable(v.string()), bound: v.boolean() })),
    }),
    refusals: ['not-your-role'],
  }),
  /** The number a person gave at the desk; empty: taken out again. */
  'register.phone': operation({
    input: v.strictObject({ personId: key, phone: v.pipe(v.string(), v.maxLength(40)) }),
    output: v.object({ phone: v.nullable(v.string()) }),
    refusals: ['not-your-role', 'no-such-person', 'not-a-phone'],
  }),
  /** At the desk, for who changed to another WeChat: the old one no longer speaks for the person. */
  'register.release': operation({
    input: v.strictObject({ personId: key, reason: v.optional(v.picklist(allReleaseReasons), 'changed') }),
    output: v.object({}),
    refusals: ['not-your-role', 'no-such-person'],
  }),
  /**
   * At the desk, the identity card seen: a code for this person's own phone, for ten minutes. Asked again, a new one, and the old is void.
   */
  'register.code': operation({
    input: v.strictObject({ personId: key }),
    output: bindCode,
    refusals: ['not-your-role', 'no-such-person', 'already-bound'],
  }),
  /** Whom their families brought in, newest first, for the hall to look through. */
  'register.families': operation({
    input: v.strictObject({ after: cursor }),
    output: v.object({
      rows: v.array(
        v.object({ id: v.string(), personId: v.string(), name: v.string(), group: count, by: v.string(), at: instant, still: v.boolean() }),
      ),
      now: instant,
      next,
    }),
    refusals: ['not-your-role'],
  }),
  /** The own household as the register has it, for its representative. */
  'household.view': operation({
    input: v.strictObject({}),
    output: v.object({
      members: v.array(v.object({ id: v.string(), name: v.string(), me: v.boolean(), bound: v.boolean(), codeUntil: v.nullable(instant) })),
      now: instant,
    }),
    refusals: ['not-your-role'],
  }),
  /** A code for one of the own household, for a day. Asked again, a new one, and the old is void. */
  'household.invite': operation({
    input: v.strictObject({ personId: key }),
    output: bindCode,
    refusals: ['not-your-role', 'no-such-person', 'already-bound'],
  }),
  /** Whose code this is and who gave it, before one says yes. */
  'bind.look': guestOperation({
    input: v.strictObject({ code: digits }),
    output: v.object({ name: v.string(), how: v.picklist(['desk', 'family']), by: v.string() }),
    refusals: ['bind-code-wrong', 'not-own-phone', 'too-many-binds'],
  }),
  /** This WeChat is that person's. The family's code wants the name. Sent again from the same phone, it is the same registration. */
  'bind.take': guestOperation({
    input: v.strictObject({ code: digits, name: v.pipe(v.string(), v.maxLength(40)) }),
    output: v.object({ name: v.string() }),
    refusals: ['bind-code-wrong', 'name-differs', 'not-own-phone', 'already-bound', 'too-many-binds'],
  }),
}
