import { addDays, dayOf, endOf, spokenDay } from '@/domain/calendar'
import { boardCode, type JournalEntry } from '@/domain/journal'
import { objectionDays, type Objection } from '@/domain/notices'
import { has, isStaff, masked, officeName, type Person } from '@/domain/people'
import type { Evidence, EvidenceValue } from '@/domain/procedure/evidence'
import { checkAnswers, fieldOf, fields, type FieldName } from '@/domain/procedure/fields'
import { roadOf, sixSteps } from '@/domain/procedure/roads'
import { isEnded, isMajor, states, type State } from '@/domain/procedure/states'
import { dossierNumber, dossierText, dossierTexts, type Topic } from '@/domain/topic'

export type People = ReadonlyMap<string, Person>

/** States beside the road: where one turned off it, or stood still. */
const turns: readonly State[] = ['not_passed', 'quorum_failed', 'suspended', 'annulled', 'withdrawn', 'rejected', 'unresolved']
/** At which stop a meeting that came to nothing turned off. */
const turnedAt: { readonly [S in State]?: State } = { quorum_failed: 'noticing', not_passed: 'voting' }

/** 走到哪一步了: what is behind with its day, where it is, what is still to come. What lies beside its road is told when it was gone through. */
export function road(topic: Topic, journal: readonly JournalEntry[]) {
  const reached = new Map<State, number>()
  for (const entry of journal) if (entry.taken && entry.from !== entry.to) reached.set(entry.to, entry.at)
  const way = roadOf(topic)
  // The meeting's opening and its count belong to the vote: one stop of the six.
  const at = topic.state === 'assembly_open' || topic.state === 'counting' ? 'voting' : topic.state
  const great = way.includes('party_proposal')
  const row = (state: State, phase: 'done' | 'now' | 'to-come' | 'turned') => ({
    name: state === 'voting' ? '会议表决' : states[state].name, says: phase === 'now' || phase === 'turned' ? (state === at ? states[topic.state].says : states[state].says) : '', at: reached.get(state) ?? null, phase,
    ...(sixSteps[state] ? { six: sixSteps[state] } : {}), ...(great && !sixSteps[state] && (phase === 'done' || phase === 'to-come') && state !== 'major_closed' ? { side: true } : {}),
  })
  const here = way.indexOf(at)
  if (here >= 0) return way.map((state, i) => row(state, i < here || isEnded(topic.state) ? 'done' : i === here ? 'now' : 'to-come'))
  const turned = turns.includes(topic.state)
  // What turned off stands behind the stop it turned at; what was suspended stands before the one where it goes on.
  const stop = turnedAt[topic.state] ?? (topic.state === 'suspended' ? topic.heldFrom ?? undefined : undefined)
  const last = stop === undefined ? way.findLastIndex(state => reached.has(state)) : way.indexOf(stop)
  const behind = way.slice(0, last + 1).filter(state => reached.has(state))
  const ahead = !isMajor(topic.state) || isEnded(topic.state) || topic.state === 'not_passed' ? [] : way.slice(last + 1)
  return [...behind.map(state => row(state, 'done')), row(topic.state, turned ? 'turned' : isEnded(topic.state) ? 'done' : 'now'), ...ahead.map(state => row(state, 'to-come'))]
}

/** 「要不要招标、采购：不涉及」. */
function checked(items: Readonly<Record<string, string>>, answer: string): string {
  const [item = '', said = ''] = answer.split('=')
  return `${items[item] ?? item}：${checkAnswers[said as keyof typeof checkAnswers] ?? ''}`
}

const yuan = (n: number) => `${n} 元`

/** One piece of evidence as a reader sees it; people by name and office, days as they are said. */
export function tell(name: FieldName, value: EvidenceValue, people: People, titles: ReadonlyMap<string, string>) {
  const field = fieldOf(name)
  const plain = { label: field.label, value: '', photoIds: [] as string[] }
  switch (field.kind) {
    case 'photos':
      return { ...plain, photoIds: Array.isArray(value) ? [...value] : [] }
    case 'choice':
      return { ...plain, value: (Array.isArray(value) ? value : [value]).map(item => field.options[String(item)] ?? '').join('、') }
    case 'person': {
      const person = people.get(String(value))
      return { ...plain, value: person ? officeName(person) : '' }
    }
    case 'topic':
      return { ...plain, value: titles.get(String(value)) ?? '' }
    case 'yes':
      return { ...plain, value: value === true ? '是' : '否' }
    case 'checklist':
      return { ...plain, value: (Array.isArray(value) ? value : []).map((answer: string) => checked(field.items, answer)).join('；') }
    case 'day':
      return { ...plain, value: spokenDay(String(value)) }
    case 'number':
      return { ...plain, value: field.unit === '元' ? yuan(Number(value)) : `${value}${field.unit}` }
    case 'text':
      return { ...plain, value: String(value) }
  }
}

export const tellAll = (evidence: Evidence, people: People, titles: ReadonlyMap<string, string>) =>
  (Object.keys(evidence) as FieldName[]).flatMap(name => {
    const value = evidence[name]
    return value === undefined ? [] : [tell(name, value, people, titles)]
  })

const answers: { readonly [S in State]?: { readonly label: string; readonly names: readonly FieldName[]; readonly wayOn: string } } = {
  returned: { label: '退回补充', names: ['returnReason', 'toFix'], wayOn: '补充好再交就行，10 天内有效' },
  rejected: {
    label: '没有受理',
    names: ['rejectReason', 'explanation', 'remedy'],
    wayOn: '提出人 30 天内可以向村务监督委员会申诉；还不满意，可以向镇街反映',
  },
  merged: { label: '合到一起办', names: ['explanation'], wayOn: '原来的内容、提出人和附议都保留' },
  transferred: { label: '已经转办', names: ['transferTo', 'handOver'], wayOn: '可以按上面的单位和编号去问' },
  not_passed: { label: '表决没有通过', names: ['votesYes', 'votesNo', 'votesAbstain', 'votesInvalid'], wayOn: '可以改了方案再议，或者说明后结束' },
  quorum_failed: { label: '到会人数不够', names: ['rollSize', 'presentHall', 'presentOnline', 'presentProxy'], wayOn: '票没有投，重新通知以后再开' },
  suspended: { label: '暂停执行', names: ['orderNo', 'explanation'], wayOn: '查清楚后恢复，或者退回重新商议' },
  annulled: { label: '决定被撤销', names: ['orderNo', 'explanation'], wayOn: '认为撤销不对的，可以向镇街反映；权利受了侵害的，可以请求法院处理' },
  unresolved: { label: '还没谈拢', names: ['disagreement', 'bothPositions'], wayOn: '可以再议一次，或者由村委会说明后结束' },
}

/** Why a topic was turned aside, and the way on: no refusal without one. */
export function answer(topic: Topic, people: People, titles: ReadonlyMap<string, string>) {
  const row = answers[topic.state]
  if (!row) return null
  const told = row.names.flatMap(name => {
    const value = topic.dossier[name]
    return value === undefined ? [] : [tell(name, value, people, titles)]
  })
  return { label: row.label, told, wayOn: row.wayOn }
}

const levels: Readonly<Record<string, string>> = fields.level.options

const decidedStates: readonly State[] = ['outcome_posting', 'implementing', 'result_posting', 'evaluating', 'closed', 'resolution_posting', 'major_implementing', 'major_result_posting', 'major_evaluating', 'post_evaluation', 'major_closed']

/** What was decided, by whom it is done, until when. Minutes go to who sat in the room's stead: representatives, special members, staff (procedures §5.5.1). */
export function decision(topic: Topic, people: People, viewer: Person | null) {
  const major = isMajor(topic.state)
  const text = dossierText(topic.dossier, major ? 'resolutionText' : 'decisionText')
  const finishBy = dossierText(topic.dossier, 'finishBy')
  if (text === null || finishBy === null || !decidedStates.includes(topic.state)) return null
  const implementer = people.get(dossierText(topic.dossier, 'implementer') ?? '')
  const mayReadMinutes = viewer !== null && (isStaff(viewer) || has(viewer, 'representative', 'special_member', 'coordinator'))
  return {
    level: major ? '会议表决通过' : levels[dossierText(topic.dossier, 'level') ?? ''] ?? '',
    text,
    implementer: implementer ? officeName(implementer) : '',
    finishBy,
    budget: dossierNumber(topic.dossier, major ? 'budgetTotal' : 'budget') ?? 0,
    postedUntil: states[topic.state].posts === 'outcome' ? topic.dueAt : null,
    minutes: mayReadMinutes ? dossierText(topic.dossier, major ? 'assemblyMinutes' : 'minutes') : null,
    views: dossierText(topic.dossier, 'viewsSummary'),
  }
}

/** What is to be voted on, while it is not decided: who prepares it and who sits for others reads it from the first, everybody in the village once the meeting is called (procedures §5.5.1, N26). */
export function plan(topic: Topic, viewer: Person | null) {
  const text = dossierText(topic.dossier, 'planText')
  if (text === null || viewer === null || !isMajor(topic.state) || decidedStates.includes(topic.state)) return null
  const called = (topic.noticedAt ?? null) !== null || topic.state === 'not_passed'
  if (!called && !isStaff(viewer) && !has(viewer, 'representative', 'special_member', 'coordinator', 'legal_adviser')) return null
  return { text, budget: dossierNumber(topic.dossier, 'budgetTotal') ?? 0, from: dossierText(topic.dossier, 'fundingSource') ?? '' }
}

export const resultShown = (topic: Topic) => {
  const cost = dossierNumber(topic.dossier, isMajor(topic.state) ? 'finalAccount' : 'cost')
  return cost === null ? null : { cost, photoIds: [...dossierTexts(topic.dossier, 'photosAfter')] }
}

export const progress = (journal: readonly JournalEntry[]) =>
  journal
    .filter(entry => (entry.step === 'progress' || entry.step === 'report_progress') && entry.taken)
    .map(({ at, evidence }) => ({
      at,
      note: dossierText(evidence, 'progressNote') ?? '',
      percent: dossierNumber(evidence, 'percent') ?? 0,
      photoIds: [...dossierTexts(evidence, 'photos')],
    }))
    .reverse()

/** Until when an objection may be raised: seven days from the posting (T08), inside its fifteen. */
export function objectionWindow(topic: Topic, now: number) {
  if (states[topic.state].posts === undefined) return null
  const until = endOf(addDays(dayOf(topic.enteredAt), objectionDays))
  return { open: now < until, until, waiting: topic.openObjections }
}

/** An objection in the reader's eyes: the subject to all, the words to who raised it and to who handles it (procedures TR-28). */
export const objectionsShown = (objections: readonly Objection[], viewer: Person | null) =>
  objections
    .filter(objection => viewer !== null && (objection.personId === viewer.id || isStaff(viewer)))
    .map(({ id, reason, at, answer: reply, upheld, personId }) => ({
      id,
      reason,
      at,
      answer: reply,
      upheld,
      mayAnswer: reply === null && viewer !== null && has(viewer, 'supervisor') && viewer.id !== personId,
    }))

/** 全部记录, by office: who acted for the village is public, who raised it is not unless they chose so. */
export const record = (topic: Topic, journal: readonly JournalEntry[], people: People) =>
  journal.map(({ n, at, said, byId }) => {
    const person = byId === null ? undefined : people.get(byId)
    const author = byId !== null && (byId === topic.authorId || topic.coAuthorIds.includes(byId))
    const by =
      byId === null
        ? '系统按期办理'
        : author && topic.origin !== 'collected'
          ? topic.showName && person
            ? masked(person.name)
            : '提出人'
          : person
            ? officeName(person)
            : ''
    return { n, at, said, by }
  })

export const code = (topic: Topic): string => boardCode(topic.head)
