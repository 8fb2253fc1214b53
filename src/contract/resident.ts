import * as v from 'valibot'
import { staff } from '@/domain/resident/people'
import { allReleaseReasons, registerKeepers } from '@/domain/resident/bind-codes'
import { allCorrectable } from '@/domain/resident/corrections'
import { allOwnParts } from '@/domain/resident/own-data'
import { operation } from './operation'
import {
  count,
  cursor,
  face,
  freshKey,
  instant,
  key,
  motionCard,
  next,
  noticeCard,
  picture,
  pictureRefusals,
  sessionCard,
  textRefusals,
  topicCard,
  words,
} from './shapes'

const digits = v.pipe(v.string(), v.regex(/^\d{6}$/))
/** Six digits, until when, and the same to be scanned where a picture can be had. */
const bindCode = v.object({ code: digits, until: instant, now: instant, picture: v.nullable(v.string()) })

const field = v.picklist(allCorrectable)

export const resident = {
  /** Who this is, which village, and the server's time. */
  'me.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.object({
      person: v.nullable(
        v.object({ name: v.string(), face, roles: v.array(v.string()), roleNames: v.array(v.string()), group: count, staff: v.boolean() }),
      ),
      org: v.object({
        name: v.string(),
        hall: v.string(),
        hallPlace: v.string(),
        hallPhone: v.string(),
        demo: v.boolean(),
        supportsNeeded: count,
        groups: count,
      }),
      now: instant,
      unread: count,
    }),
    refusals: [],
  }),
  /** What concerns this person now. */
  'home.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.object({
      now: instant,
      unread: count,
      guest: v.boolean(),
      hall: v.string(),
      demo: v.boolean(),
      votes: v.array(v.object({ motion: motionCard, title: v.string() })),
      todo: v.array(
        v.object({
          kind: v.picklist(['confirm', 'step', 'fix', 'rate', 'objection']),
          topicId: v.string(),
          title: v.string(),
          says: v.string(),
          dueAt: v.nullable(instant),
          overdue: v.boolean(),
        }),
      ),
      sessions: v.array(sessionCard),
      mine: v.array(topicCard),
      outcomes: v.array(noticeCard),
    }),
    refusals: [],
  }),
  /** Whom WeChat's phone button says this is, found in the village's register. Sent again, it is the same registration. */
  'me.bind': operation({
    kind: 'deed',
    who: 'anyone',
    leastAge: 0,
    input: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    output: v.object({ name: v.string() }),
    refusals: ['phone-not-given', 'phone-not-known', 'phone-shared', 'person-bound', 'too-many-binds'],
  }),
  /** This phone no longer speaks for this person. Everything done stays done; registering again is open. */
  'me.unbind': operation({
    kind: 'deed',
    who: 'anyone',
    leastAge: 0,
    input: v.strictObject({}),
    output: v.object({}),
    refusals: [],
  }),
  /** People of the register by name, for the hall's desk. */
  'register.find': operation({
    kind: 'look',
    who: registerKeepers,
    leastAge: 16,
    input: v.strictObject({ name: words }),
    output: v.object({
      people: v.array(v.object({ id: v.string(), name: v.string(), group: count, phone: v.nullable(v.string()), bound: v.boolean() })),
    }),
    refusals: [],
  }),
  /** The number a person gave at the desk; empty: taken out again. */
  'register.phone': operation({
    kind: 'deed',
    who: registerKeepers,
    input: v.strictObject({ personId: key, phone: v.pipe(v.string(), v.maxLength(40)) }),
    output: v.object({ phone: v.nullable(v.string()) }),
    refusals: ['no-such-person', 'not-a-phone'],
  }),
  /** At the desk, for who changed to another WeChat: the old one no longer speaks for the person. */
  'register.release': operation({
    kind: 'deed',
    who: registerKeepers,
    input: v.strictObject({ personId: key, reason: v.optional(v.picklist(allReleaseReasons), 'changed') }),
    output: v.object({}),
    refusals: ['no-such-person'],
  }),
  /**
   * At the desk, the identity card seen: a code for this person's own phone, for ten minutes. Asked again, a new one, and the old is void.
   */
  'register.code': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ personId: key }),
    output: bindCode,
    refusals: ['not-your-role', 'no-such-person', 'already-bound'],
  }),
  /** Whom their families brought in, newest first, for the moderator and the recorder to look through. */
  'register.families': operation({
    kind: 'look',
    who: registerKeepers,
    leastAge: 16,
    input: v.strictObject({ after: cursor }),
    output: v.object({
      rows: v.array(
        v.object({ id: v.string(), personId: v.string(), name: v.string(), group: count, by: v.string(), at: instant, still: v.boolean() }),
      ),
      now: instant,
      next,
    }),
    refusals: [],
  }),
  /** The own household as the register has it, for its representative. */
  'household.view': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({}),
    output: v.object({
      members: v.array(v.object({ id: v.string(), name: v.string(), me: v.boolean(), bound: v.boolean(), codeUntil: v.nullable(instant) })),
      now: instant,
    }),
    refusals: ['not-your-role'],
  }),
  /** A code for one of the own household, for a day. Asked again, a new one, and the old is void. */
  'household.invite': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ personId: key }),
    output: bindCode,
    refusals: ['not-your-role', 'no-such-person', 'already-bound'],
  }),
  /** Whose code this is and who gave it, before one says yes. A deed, although it shows: every try of a code counts. */
  'bind.look': operation({
    kind: 'deed',
    who: 'anyone',
    leastAge: 0,
    input: v.strictObject({ code: digits }),
    output: v.object({ name: v.string(), how: v.picklist(['desk', 'family']), by: v.string() }),
    refusals: ['bind-code-wrong', 'not-own-phone', 'too-many-binds'],
  }),
  /** This WeChat is that person's. The family's code wants the name. Sent again from the same phone, it is the same registration. */
  'bind.take': operation({
    kind: 'deed',
    who: 'anyone',
    leastAge: 0,
    input: v.strictObject({ code: digits, name: v.pipe(v.string(), v.maxLength(40)) }),
    output: v.object({ name: v.string() }),
    refusals: ['bind-code-wrong', 'name-differs', 'not-own-phone', 'already-bound', 'too-many-binds'],
  }),
  /** The nickname that stands beside the masked name under what one says; empty: none. Refused, the old one stays. */
  'profile.set': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ nickname: words }),
    output: v.object({ nickname: v.nullable(v.string()) }),
    refusals: ['nickname-imitates', 'nickname-unchecked', 'nickname-away', 'content-risky', ...textRefusals],
  }),
  /** A picture of oneself in the place of the one before; others see it once it passed. */
  'avatar.set': operation({
    kind: 'deed',
    who: 'resident',
    input: picture,
    output: v.object({}),
    refusals: pictureRefusals,
  }),
  /** Away with it. Asked again, there is none. */
  'avatar.remove': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({}),
    output: v.object({}),
    refusals: [],
  }),
  /** Everything held of the asker, in one look; each part's rows are asked for one by one. */
  'data.view': operation({
    kind: 'look',
    who: 'resident',
    input: v.strictObject({}),
    output: v.object({
      name: v.string(),
      nickname: v.nullable(v.string()),
      face,
      /** Whether others see the picture; null: there is none. */
      avatar: v.nullable(v.picklist(['waiting', 'shown', 'hidden'])),
      /** A nickname or picture that others do not see, and why; no reason: somebody is to look at it. */
      putAway: v.array(
        v.object({
          id: v.string(),
          kind: v.picklist(['avatar', 'nickname']),
          text: v.string(),
          why: v.string(),
          mayAppeal: v.boolean(),
          answerBy: v.nullable(instant),
        }),
      ),
      group: count,
      roleNames: v.array(v.string()),
      householdSize: v.nullable(count),
      phone: v.nullable(v.string()),
      boundSince: v.nullable(instant),
      rolls: v.array(v.object({ body: v.string(), since: instant, until: v.nullable(instant) })),
      /** Why the account cannot be closed now; null: it can. */
      cannotClose: v.nullable(v.literal('holds-office')),
      now: instant,
    }),
    refusals: [],
  }),
  'data.part': operation({
    kind: 'look',
    who: 'resident',
    input: v.strictObject({ part: v.picklist(allOwnParts), after: cursor }),
    output: v.object({ rows: v.array(v.object({ at: v.nullable(instant), says: v.string() })), next }),
    refusals: [],
  }),
  /** 注销. Asked again after the answer was lost, it is the same closing. */
  'data.close': operation({
    kind: 'deed',
    who: 'anyone',
    leastAge: 0,
    input: v.strictObject({ sure: v.literal('注销') }),
    output: v.object({}),
    refusals: ['holds-office'],
  }),
  /** Says that something held of the asker is wrong. Sent again under its key, it is the same request. */
  'data.correct': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ key: freshKey, field, words }),
    output: v.object({}),
    refusals: ['too-many-corrections', 'no-such-correction', 'content-risky', ...textRefusals],
  }),
  /** Those that wait for an answer, oldest first, for the hall's desk. */
  'correction.list': operation({
    kind: 'look',
    who: ['moderator', 'recorder'],
    leastAge: 16,
    input: v.strictObject({ after: cursor }),
    output: v.object({
      waiting: v.array(v.object({ id: v.string(), name: v.string(), group: count, field, words: v.string(), at: instant })),
      next,
      now: instant,
    }),
    refusals: [],
  }),
  'correction.answer': operation({
    kind: 'deed',
    who: ['moderator', 'recorder'],
    input: v.strictObject({ id: key, outcome: v.picklist(['done', 'declined']), words }),
    output: v.object({}),
    refusals: ['no-such-correction', 'correction-answered', 'own-case', ...textRefusals],
  }),
  /**
   * The picture of a code to print: who scans it lands at the topic, at the session's door, or (`village`, whatever the id) at the home
   * page.
   */
  'code.view': operation({
    kind: 'look',
    who: staff,
    leastAge: 16,
    input: v.strictObject({ kind: v.picklist(['village', 'topic', 'session']), id: key }),
    output: v.object({ picture: v.string(), name: v.string() }),
    refusals: ['no-such-topic', 'no-such-session', 'no-code'],
  }),
}
