import * as v from 'valibot'
import { guestOperation, operation } from './operation'
import { count, key, words } from './shapes'

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
    output: v.object({ people: v.array(v.object({ id: v.string(), name: v.string(), group: count, phone: v.nullable(v.string()), bound: v.boolean() })) }),
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
    input: v.strictObject({ personId: key }),
    output: v.object({}),
    refusals: ['not-your-role', 'no-such-person'],
  }),
}
