import * as v from 'valibot'
import { guestOperation, operation } from './operation'
import { count, cursor, freshKey, instant, key, next, sessionCard, venueMode, words } from './shapes'

const agenda = v.pipe(
  v.array(v.strictObject({ title: words, minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600)) })),
  v.minLength(1),
  v.maxLength(20),
)
const hallRole = ['no-such-session', 'not-your-role'] as const

export const session = {
  'session.schedule': operation({
    input: v.strictObject({
      id: freshKey,
      topicId: key,
      rev: count,
      title: words,
      startsAt: instant,
      endsAt: instant,
      mode: venueMode,
      place: words,
      meetingLink: words,
      meetingNumber: words,
      agenda,
      invitedGroups: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))), v.maxLength(99)),
      invitesMigrants: v.boolean(),
      /** Directly concerned people or households asked to come; half of them must be there for it to open. */
      stakeholders: v.optional(v.pipe(count, v.maxValue(9999))),
      hostId: key,
      recorderId: key,
      commentsUntil: instant,
    }),
    output: v.object({ id: v.string() }),
    refusals: [
      'no-such-topic',
      'step-not-open',
      'not-your-role',
      'changed-meanwhile',
      'notice-too-short',
      'session-too-long',
      'place-missing',
      'meeting-link-missing',
      'bad-meeting-link',
      'host-is-recorder',
      'migrants-not-invited',
      'comment-window-malformed',
      'no-such-person',
      'content-risky',
      'empty-text',
      'too-long',
      'control-characters',
      'id-number-in-text',
      'phone-number-in-text',
    ],
  }),
  'session.list': guestOperation({
    input: v.strictObject({ show: v.picklist(['coming', 'past']), after: cursor }),
    output: v.object({ sessions: v.array(sessionCard), next, now: instant }),
    refusals: [],
  }),
  'session.view': guestOperation({
    input: v.strictObject({ id: key }),
    output: v.object({
      now: instant,
      card: sessionCard,
      topicTitle: v.string(),
      agenda: v.array(v.object({ title: v.string(), minutes: count })),
      meetingLink: v.string(),
      meetingNumber: v.string(),
      host: v.string(),
      recorder: v.string(),
      invited: v.string(),
      /** How many are there; null to a passer-by. */
      present: v.nullable(count),
      commentsUntil: v.nullable(instant),
      doors: v.picklist(['not-yet', 'open', 'over', 'called-off']),
      runsHall: v.boolean(),
    }),
    refusals: ['no-such-session'],
  }),
  'session.signUp': operation({
    input: v.strictObject({ id: key, how: v.picklist(['hall', 'online']) }),
    output: v.object({ coming: count }),
    refusals: ['no-such-session', 'session-over', 'session-called-off', 'venue-not-offered'],
  }),
  'session.cancelSignUp': operation({
    input: v.strictObject({ id: key }),
    output: v.object({ coming: count }),
    refusals: ['no-such-session', 'session-over', 'session-called-off'],
  }),
  /** With the six digits from the hall's screen (or read out online). */
  'session.checkIn': operation({
    input: v.strictObject({ id: key, code: v.pipe(v.string(), v.maxLength(20)), how: v.picklist(['hall', 'online']) }),
    output: v.object({ at: instant }),
    refusals: [
      'no-such-session',
      'doors-not-open',
      'session-over',
      'wrong-code',
      'too-many-tries',
      'session-called-off',
      'venue-not-offered',
    ],
  }),
  /** For the hall's screen: the code of these five minutes, who is there, what stands on the agenda. */
  'session.hall': operation({
    input: v.strictObject({ id: key }),
    output: v.object({
      now: instant,
      title: v.string(),
      code: v.nullable(v.string()),
      codeChangesAt: instant,
      present: count,
      needed: count,
      startsAt: instant,
      agenda: v.array(v.object({ title: v.string(), minutes: count })),
    }),
    refusals: hallRole,
  }),
  /** For who has no phone: the recorder enters a person who stands in the hall. */
  'session.find': operation({
    input: v.strictObject({ id: key, name: words }),
    output: v.object({ people: v.array(v.object({ id: v.string(), name: v.string(), group: count, present: v.boolean() })) }),
    refusals: hallRole,
  }),
  'session.attend': operation({
    input: v.strictObject({ id: key, personId: key }),
    output: v.object({ present: count }),
    refusals: [...hallRole, 'no-such-person', 'doors-not-open', 'session-over', 'session-called-off'],
  }),
}
