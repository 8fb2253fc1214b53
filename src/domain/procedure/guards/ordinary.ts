import { addDays, dayOf, endOf, startOf } from '../../ground/calendar'
import type { Facts } from '../engine/facts'
import type { GuardRow } from './guard-row'
import type { Guard } from './words'

export const fewestPresent = 5
const runIt = 2

/**
 * How many check-ins open a session: five, and half of those concerned who were asked, the host and the recorder not among them (procedures
 * TR-21, D).
 */
export const neededPresent = (stakeholders: number): number => Math.max(fewestPresent, Math.ceil(stakeholders / 2) + runIt)
const guests = ({ session }: Facts): number =>
  session ? session.present - Number(session.hostPresent) - Number(session.recorderPresent) : 0
const asked = ({ session }: Facts): number => session?.stakeholders ?? 0
export const mostRounds = 3
export const mostSessions = 2
export const mostPostponed = 2
const appealDays = 30
const mergeObjectionDays = 3
const day = 86_400_000

/** What screening, deliberating, posting and carrying out ask of the world. */
// biome-ignore format: a row a line
export const ordinaryGuards = {
  'support-reached': {
    holds: (topic, facts) => topic.dossier.urgent === true || facts.authorNeedsNoSupport || facts.supports >= facts.supportsNeeded,
    missing: (_, facts) => `还差 ${Math.max(0, facts.supportsNeeded - facts.supports)} 人附议`,
  },
  'sole-proposer': { holds: topic => topic.coAuthorIds.length === 0 },
  'session-started': { holds: (_, facts) => facts.session !== null && facts.now >= facts.session.startsAt },
  'host-and-recorder-present': {
    holds: (_, facts) => facts.session?.hostPresent === true && facts.session.recorderPresent,
    missing: () => '主持人、记录员要先签到',
  },
  'five-present': {
    holds: (_, facts) => (facts.session?.present ?? 0) >= fewestPresent,
    missing: (_, facts) => `至少 ${fewestPresent} 人签到，还差 ${Math.max(0, fewestPresent - (facts.session?.present ?? 0))} 人`,
  },
  'half-present': {
    holds: (_, facts) => 2 * guests(facts) >= asked(facts),
    missing: (_, facts) => `请了 ${asked(facts)} 位（户）直接有关的人，至少一半要到：主持人、记录员不算，到了 ${guests(facts)} 位，2×${guests(facts)} < ${asked(facts)}，还差 ${Math.ceil(asked(facts) / 2) - guests(facts)} 位；来不齐可以改期`,
    code: 'E_QUORUM',
  },
  'comment-window-over': {
    holds: (topic, facts) => topic.commentsUntil === null || facts.now >= topic.commentsUntil,
    missing: () => '留言时间还没结束',
  },
  'no-open-vote': { holds: topic => topic.openMotions === 0 },
  'no-open-objection': { holds: topic => topic.openObjections === 0, missing: topic => `还有 ${topic.openObjections} 件异议没有答复`, code: 'E_OPEN_OBJECTION' },
  'posting-over': { holds: (topic, facts) => topic.dueAt !== null && facts.now >= topic.dueAt, missing: () => '公示期还没满', code: 'E_POSTING_TOO_SHORT' },
  'last-posting-day': { holds: (topic, facts) => topic.dueAt !== null && facts.now >= topic.dueAt - day, missing: () => '要到公示的最后一天', code: 'E_POSTING_TOO_SHORT' },
  'board-photos': {
    holds: topic => topic.dossier.boardPhotoFirst !== undefined && topic.dossier.boardPhotoLast !== undefined,
    missing: topic => (topic.dossier.boardPhotoFirst === undefined ? '还缺公示栏张贴当天的照片' : '还缺公示期满的照片'),
    code: 'E_EVIDENCE_MISSING',
  },
  'posting-certified': { holds: topic => topic.dossier.postingCertified === true, code: 'E_EVIDENCE_MISSING' },
  'term-over': { holds: (topic, facts) => topic.dueAt !== null && facts.now >= topic.dueAt },
  'rounds-left': {
    holds: topic => (topic.state === 'unresolved' ? topic.sessions < mostSessions : topic.round < mostRounds),
    missing: topic => (topic.state === 'unresolved' ? '已经议过两次' : '三轮都已开过'),
  },
  'reschedules-left': { holds: topic => topic.postponed < mostPostponed, missing: () => '已经改期两次，请用“转办”或请提出人撤回' },
  'not-yet-pending': { holds: topic => topic.pending === null, missing: () => '已有一步在等监督委员会确认' },
  'parent-open': { holds: (_, facts) => facts.parentOpen },
  'within-merge-objection': { holds: (topic, facts) => facts.now < endOf(addDays(dayOf(topic.enteredAt), mergeObjectionDays)), missing: () => `合并以后 ${mergeObjectionDays} 天内可以提，现在已过` },
  'resubmission-changed': { holds: (_, facts) => facts.changed, missing: () => '内容还没有改' },
  'within-appeal': { holds: (topic, facts) => facts.now < topic.enteredAt + appealDays * day, missing: () => '申诉期 30 天已过' },
  'finish-day-ahead': { holds: (_, facts, evidence) => typeof evidence.finishBy !== 'string' || startOf(evidence.finishBy) >= startOf(dayOf(facts.now)) },
} as const satisfies { readonly [Name in Guard]?: GuardRow }
