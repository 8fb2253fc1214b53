import { dayOf, earliestMeeting, spokenDay, startOf } from '../../ground/calendar'
import { checkComposition, isComposed } from '../../law/composition'
import { competence } from '../../law/competence'
import { isMatterCode } from '../../law/matters'
import { isRuleId } from '../../law/names'
import type { Topic } from '../../topic/topic'
import { beyondCheckIn, unlikeTheBox } from '../engine/box'
import type { Evidence } from '../evidence'
import type { Facts } from '../engine/facts'
import { ballotsAddUp, inconsistent, judgementOf, quorumOf, ruleOfMeeting, type MeetingName } from '../meetings'
import { traits } from '../tracks/traits'
import type { GuardRow } from './guard-row'
import type { Guard } from './words'

const mostNotices = 2
const mostRecounts = 1

/** The file as it would be with what is given now: where both have a field, what is given now counts. */
const together = (topic: Topic, evidence: Evidence): Evidence => ({ ...topic.dossier, ...evidence })
const passed = (topic: Topic, name: MeetingName, evidence: Evidence): boolean =>
  judgementOf(topic, name, together(topic, evidence))?.outcome === 'PASSED'
const judged = (topic: Topic, name: MeetingName, evidence: Evidence): string =>
  judgementOf(topic, name, together(topic, evidence))?.explain.join('；') ?? '还没有填人数'
const agreed = (name: MeetingName): GuardRow => ({
  holds: (topic, _, evidence) => passed(topic, name, evidence),
  missing: (topic, _, evidence) => judged(topic, name, evidence),
  code: 'E_PARTY_STEP_MISSING',
  judges: (topic, evidence) => judgementOf(topic, name, evidence),
})

const representatives: readonly string[] = ['VRA', 'FUND_VRA', 'RRA']
const villageAssemblies: readonly string[] = ['VA_PERSON', 'VA_HOUSEHOLD', 'VRA']

/**
 * Why the body named may not decide this matter; null where it may. In a village that votes twice, the village's own assembly speaks first.
 */
function incompetent(topic: Topic, facts: Facts, evidence: Evidence, refusal: 'body-not-competent' | 'no-delegation'): string | null {
  const { body, matterCode } = together(topic, evidence)
  if (typeof body !== 'string' || !isRuleId(body)) return null
  if (topic.toAssembly === true && representatives.includes(body))
    return refusal === 'body-not-competent' ? '这件事已经交给全体会议定，不能再由代表会议表决' : null
  if (traits['first-of-two-votes'](topic, facts)) {
    return refusal === 'body-not-competent' && !villageAssemblies.includes(body)
      ? '本村先由村民会议或者村民代表会议表决，再报告镇街，最后交成员大会'
      : null
  }
  const judgement = competence(
    body,
    typeof matterCode === 'string' && isMatterCode(matterCode) ? matterCode : null,
    dayOf(facts.now),
    facts.village,
  )
  return judgement.ok || judgement.refusal !== refusal ? null : judgement.why
}

/** Whether the form gives a smaller roll than was noticed for this body: N may not fall after the notice (procedures §5.6.3). */
const shrinks = ({ noticedAt, dossier }: Topic, { body, rollSize }: Evidence): boolean =>
  (noticedAt ?? null) !== null &&
  body === dossier.body &&
  typeof rollSize === 'number' &&
  typeof dossier.rollSize === 'number' &&
  rollSize < dossier.rollSize

/**
 * Who takes part from afar counts at the members' assembly, elsewhere where the by-laws say so and each checked in to the ballot box; a
 * proxy only at the members', by a member of the household (procedures §0.2-10, §5.6.1); null where nobody is counted who may not be.
 */
function unlawfulAttendance(topic: Topic, facts: Facts, evidence: Evidence): string | null {
  const rule = ruleOfMeeting(topic, 'assembly', together(topic, evidence))
  const online =
    rule?.online === 'lawful' ||
    (rule?.online === 'by-law' && (facts.village.onlineByLaw ?? null) !== null && (facts.arrived ?? null) !== null)
  if (!online && typeof evidence.presentOnline === 'number' && evidence.presentOnline > 0)
    return '在线参加的，只有成员大会可以算数；章程写明可以、又用手机票箱的会也可以，这个会请填 0'
  return rule?.proxy.kind !== 'same-household' && typeof evidence.presentProxy === 'number' && evidence.presentProxy > 0
    ? '只有成员大会可以书面委托同一户的家人，这个会请填 0'
    : null
}

/** Why the body named is no lawful body as it is recorded, with its arithmetic; null where it is, or where nobody recorded it. */
function wronglyComposed(topic: Topic, facts: Facts, evidence: Evidence): string | null {
  const { body } = together(topic, evidence)
  const makeUp = typeof body === 'string' && isComposed(body) ? facts.village.makeUps?.[body] : undefined
  if (!makeUp || typeof body !== 'string' || !isComposed(body)) return null
  const judgement = checkComposition(body, makeUp)
  return 'valid' in judgement && !judgement.valid ? judgement.why : null
}

/** The first day the meeting may be on, noticed today; null while the body is not named. */
export function earliestDay(topic: Topic, facts: Facts, evidence: Evidence): string | null {
  const rule = ruleOfMeeting(topic, 'assembly', together(topic, evidence))
  return rule ? earliestMeeting(dayOf(facts.now), Math.max(rule.notice.days, rule.notice.floor)) : null
}

/** What the meetings of 四议 and their numbers ask; each judgement says its inequality and its article. */
export const meetingGuards = {
  'numbers-consistent': {
    holds: (topic, _, evidence) => inconsistent(together(topic, evidence)) === null,
    missing: (topic, _, evidence) => inconsistent(together(topic, evidence)) ?? '',
  },
  'committee-agreed': agreed('party_committee'),
  'two-committees-agreed': agreed('two_committees'),
  'party-members-agreed': agreed('party_members'),
  'body-competent': {
    holds: (topic, facts, evidence) => incompetent(topic, facts, evidence, 'body-not-competent') === null,
    missing: (topic, facts, evidence) => incompetent(topic, facts, evidence, 'body-not-competent') ?? '',
    code: 'E_BODY_NOT_COMPETENT',
  },
  'delegation-live': {
    holds: (topic, facts, evidence) => incompetent(topic, facts, evidence, 'no-delegation') === null,
    missing: (topic, facts, evidence) => incompetent(topic, facts, evidence, 'no-delegation') ?? '',
    code: 'E_NO_DELEGATION',
  },
  'body-composed': {
    holds: (topic, facts, evidence) => wronglyComposed(topic, facts, evidence) === null,
    missing: (topic, facts, evidence) => wronglyComposed(topic, facts, evidence) ?? '',
    code: 'E_BODY_NOT_COMPETENT',
  },
  'notice-long-enough': {
    holds: (topic, facts, evidence) => {
      const earliest = earliestDay(topic, facts, evidence)
      return typeof evidence.meetingDay !== 'string' || earliest === null || evidence.meetingDay >= earliest
    },
    missing: (topic, facts, evidence) => `通知的天数不够，最早 ${spokenDay(earliestDay(topic, facts, evidence) ?? dayOf(facts.now))} 开会`,
    code: 'E_NOTICE_TOO_SHORT',
  },
  'urgent-allowed': {
    holds: (topic, facts, evidence) => {
      const rule = ruleOfMeeting(topic, 'assembly', together(topic, evidence))
      return (
        typeof evidence.body !== 'string' ||
        (rule?.notice.urgent === true && (typeof evidence.meetingDay !== 'string' || evidence.meetingDay > dayOf(facts.now)))
      )
    },
    missing: () => '只有村民会议、居民会议可以临时通知；成员大会必须提前十日，没有例外',
    code: 'E_NOTICE_TOO_SHORT',
  },
  'notice-given': { holds: topic => (topic.noticedAt ?? null) !== null, code: 'E_NOTICE_TOO_SHORT' },
  'meeting-time-reached': {
    holds: (topic, facts) => typeof topic.dossier.meetingDay !== 'string' || facts.now >= startOf(topic.dossier.meetingDay),
    missing: topic => `会议定在 ${typeof topic.dossier.meetingDay === 'string' ? spokenDay(topic.dossier.meetingDay) : ''}，还没到`,
  },
  'roll-frozen': {
    // Only after the notice is a roll wanted from the file; before it, the form of the notice asks for it.
    holds: (topic, _, evidence) =>
      ((topic.noticedAt ?? null) === null || typeof together(topic, evidence).rollSize === 'number') && !shrinks(topic, evidence),
    missing: (topic, _, evidence) =>
      shrinks(topic, evidence) ? `花名册通知时定了 ${topic.dossier.rollSize}，不能再减` : '花名册还没有定下来',
    code: 'E_ROLL_NOT_FROZEN',
  },
  'attendance-lawful': {
    holds: (topic, facts, evidence) => unlawfulAttendance(topic, facts, evidence) === null,
    missing: (topic, facts, evidence) => unlawfulAttendance(topic, facts, evidence) ?? '',
    code: 'E_PROXY_INVALID',
  },
  'counters-free': {
    holds: (topic, _, evidence) => {
      const { scrutineer, teller } = evidence
      const barred = [topic.authorId, ...topic.coAuthorIds, ...(topic.recusedIds ?? [])]
      return (
        scrutineer === undefined ||
        (scrutineer !== teller && ![scrutineer, teller].some(id => typeof id === 'string' && barred.includes(id)))
      )
    },
    code: 'E_SOD',
  },
  'quorum-met': {
    holds: (topic, _, evidence) => {
      const judgement = quorumOf(topic, together(topic, evidence))
      return judgement !== undefined && judgement.outcome !== 'QUORUM_FAILED'
    },
    missing: (topic, _, evidence) => quorumOf(topic, together(topic, evidence))?.explain[0] ?? '还没有签到人数',
    code: 'E_QUORUM',
    judges: quorumOf,
  },
  'ballots-add-up': {
    holds: (topic, _, evidence) => evidence.votesYes === undefined || ballotsAddUp(together(topic, evidence)).holds,
    missing: (topic, _, evidence) => ballotsAddUp(together(topic, evidence)).says,
  },
  'as-counted': {
    holds: (topic, _, evidence) => unlikeTheBox(topic, evidence) === null,
    missing: (topic, _, evidence) => unlikeTheBox(topic, evidence) ?? '',
  },
  'as-checked-in': {
    holds: (_, facts, evidence) => beyondCheckIn(facts, evidence) === null,
    missing: (_, facts, evidence) => beyondCheckIn(facts, evidence) ?? '',
  },
  'vote-passed': {
    holds: (topic, _, evidence) => passed(topic, 'assembly', evidence),
    missing: (topic, _, evidence) => judged(topic, 'assembly', evidence),
    judges: (topic, evidence) => judgementOf(topic, 'assembly', evidence),
  },
  'recount-left': { holds: topic => (topic.recounts ?? 0) < mostRecounts },
  'notices-left': {
    holds: topic => (topic.renotices ?? 0) < mostNotices,
    missing: () => '已经重新通知两次，请报告镇街；村民代表会议可以改交村民会议',
  },
} as const satisfies { readonly [Name in Guard]?: GuardRow }
