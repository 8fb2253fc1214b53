import { numberChosen } from '@/domain/law/settings'
import { dayOf, endOf, spokenDay } from '@/domain/ground/calendar'
import { boardCode } from '@/domain/ground/journal'
import { noticeWords, type Notice, type Reach } from '@/domain/notice/notices'
import type { Evidence } from '@/domain/procedure/evidence'
import { rulesOf } from '@/domain/procedure/engine/ruled'
import { fieldOf, type ToldName } from '@/domain/procedure/fields'
import { states } from '@/domain/procedure/states'
import type { Audience, NoticeCode, Step } from '@/domain/procedure/step'
import { dossierText, type Topic } from '@/domain/topic/topic'

/** Of what was told, what a notice may bring: the field's row says so. */
type Told = Pick<Evidence, ToldName>
type Subject = Omit<Topic, 'dossier'> & { readonly dossier: Told }

/** Which words of a step go into its notice. */
// biome-ignore format: a row a line
const more: { readonly [Code in NoticeCode]?: (topic: Subject, evidence: Told) => string } = {
  N03: (_, e) => text(e, 'toFix'),
  N04: (_, e) => `${chosen('rejectReason', e)}。${text(e, 'explanation')} ${text(e, 'remedy')} `,
  N05: (_, e) => `${text(e, 'explanation')} 不同意合并的，3 天内在这件事的页面上提，由监督委员决定。`,
  N07: (_, e) => `转给${chosen('transferTo', e)}。${text(e, 'handOver')}`,
  N10: (topic, e) => `${chosen('matterClass', e) || chosen('matterClass', topic.dossier)}。${text(e, 'classReason')}`,
  N21: (topic, e) => `${text(e, 'explanation') || text(e, 'changeReason') || text(e, 'reason') || `现在${states[topic.state].name}。`}`,
  N24: (_, e) => `应到 ${e.pmmShouldAttend ?? ''} 人，实到 ${e.pmmPresent ?? ''} 人，同意 ${e.pmmYes ?? ''} 人。`,
  N26: (_, e) => `${chosen('body', e)}，${typeof e.meetingDay === 'string' ? spokenDay(e.meetingDay) : ''} ${text(e, 'meetingTime')}，${text(e, 'meetingPlace')}。请带身份证件；来不了可以问村委会怎样委托。`,
  N29: (topic, e) => `赞成 ${e.votesYes ?? ''}，反对 ${e.votesNo ?? ''}，弃权 ${e.votesAbstain ?? ''}，通过。${topic.state === 'resolution_posting' ? resolved(topic, e) : ''}`,
  N30: (_, e) => (typeof e.votesYes === 'number' ? `赞成 ${e.votesYes}，反对 ${e.votesNo ?? ''}，弃权 ${e.votesAbstain ?? ''}，没有达到规定的票数。` : text(e, 'nextPlan')),
  N32: (_, e) => text(e, 'explanation') || '紧急暂停满七天，恢复执行。',
  N34: (_, e) => text(e, 'newFacts'),
  N13: (topic, e) => (text(e, 'decisionText') === '' ? resolved(topic, e) : `${text(e, 'decisionText')} ${hangsUntil(topic)}`),
  N14: (_, e) => text(e, 'bothPositions') || text(e, 'nextPlan'),
  N15: (_, e) => text(e, 'reason') || text(e, 'mergeObjection'),
  N17: (_, e) => (typeof e.cost === 'number' ? `花了 ${e.cost} 元，` : typeof e.finalAccount === 'number' ? `决算 ${e.finalAccount} 元，` : '') + '请到公示页看照片。',
  N28: (_, e) => text(e, 'reason'),
  N31: (_, e) => text(e, 'explanation') || text(e, 'mergeAnswer'),
  N33: (topic, e) => `${typeof e.percent === 'number' ? `完成 ${e.percent}%。` : ''}${text(e, 'progressNote') || text(e, 'doneNote') || text(e, 'changeReason') || text(e, 'reason') || `现在${states[topic.state].name}。`}`,
}

/** Of words written to the proposer, what others who wait for the matter are told (procedures §5.5.1, reasons of refusals). */
const gists: { readonly [Code in NoticeCode]?: (evidence: Told) => string } = {
  N04: e => `${chosen('rejectReason', e)}。`,
  N05: () => '',
  N07: e => `转给${chosen('transferTo', e)}。`,
}

const hangsUntil = (topic: Subject): string =>
  `公示到 ${topic.dueAt ? spokenDay(dayOf(topic.dueAt - 1)) : ''}，` +
  `${numberChosen(rulesOf(topic), 'objectionDays', topic.chosen ?? {})} 天内可以提异议。`
/** A resolution as it hangs on the wall: its words, the number of its file, from when to when. */
const resolved = (topic: Subject, evidence: Told): string =>
  `决议（编号 ${boardCode(topic.head)}）：${text(evidence, 'resolutionText')} 从 ${spokenDay(dayOf(topic.enteredAt))} ${hangsUntil(topic)}`

const text = (evidence: Told, name: ToldName) => dossierText(evidence, name) ?? ''
function chosen(name: ToldName, evidence: Told): string {
  const field = fieldOf(name)
  return field.kind === 'choice' ? (field.options[text(evidence, name)] ?? '') : ''
}

/** Postings of the procedure that stand on the public board. */
const boards: { readonly [Code in NoticeCode]?: Notice['board'] } = {
  N11: 'session',
  N13: 'outcome',
  N17: 'result',
  N26: 'vote',
  N29: 'vote',
  N30: 'vote',
}

/**
 * A vote that decided is a resolution on the board; one that did not yet is a vote's result. What is told before a meeting is over hangs
 * until it is held.
 */
function boardOf(code: NoticeCode, topic: Topic): Notice['board'] {
  if (code === 'N29' && topic.state === 'resolution_posting') return 'outcome'
  return boards[code] ?? 'none'
}
function hangs(code: NoticeCode, topic: Topic): number | null {
  const on = dossierText(topic.dossier, 'meetingDay')
  if (code === 'N26') return on === null ? topic.dueAt : endOf(on)
  return states[topic.state].posts || code === 'N11' ? topic.dueAt : null
}

export interface Telling {
  readonly code: NoticeCode
  readonly to: Reach
  readonly more: string
  readonly gist?: string
  readonly sessionId?: string
  readonly motionId?: string
  readonly postedUntil?: number | null
}

/** One notice row, to be inserted in the commit that caused it. */
export const noticeOf = (topic: Topic, telling: Telling, at: number): Notice => ({
  id: `${topic.id}:${topic.rev}:${telling.code}`,
  orgId: topic.orgId,
  code: telling.code,
  topicId: topic.id,
  sessionId: telling.sessionId ?? null,
  motionId: telling.motionId ?? null,
  ...noticeWords(telling.code, topic.title, telling.more),
  ...(telling.gist === undefined ? {} : { gist: noticeWords(telling.code, topic.title, telling.gist).body }),
  at,
  audience: telling.to,
  postedUntil: telling.postedUntil ?? null,
  board: boardOf(telling.code, topic),
  delivery: 'waiting',
})

const reach = (audiences: readonly Audience[]): Reach => ({ kind: 'topic', audiences })

/** The notices a taken step sends out, from its row of the table. */
export const noticesOf = (step: Step, topic: Topic, evidence: Evidence, at: number): Notice[] =>
  step.tells.map(({ code, to }) =>
    noticeOf(
      topic,
      {
        code,
        to: reach(to),
        more: more[code]?.(topic, evidence) ?? '',
        ...(gists[code] ? { gist: gists[code](evidence) } : {}),
        ...(boardOf(code, topic) === 'none' ? {} : { postedUntil: hangs(code, topic) }),
      },
      at,
    ),
  )
