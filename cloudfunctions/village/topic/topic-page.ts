import { bodyNames, isRuleId } from '@/domain/law/names'
import { spokenDay } from '@/domain/ground/calendar'
import { boardCode, type JournalEntry } from '@/domain/ground/journal'
import type { Objection } from '@/domain/notice/notices'
import { has, isStaff, masked, officeName, type Person } from '@/domain/resident/people'
import type { Evidence, EvidenceValue } from '@/domain/procedure/evidence'
import { checkAnswers, fieldOf, fields, type FieldName } from '@/domain/procedure/fields'
import { judgementOf } from '@/domain/procedure/meetings'
import { mayReadField } from '@/domain/procedure/readers'
import { roadOf, sixSteps } from '@/domain/procedure/roads'
import { isEnded, isMajor, states, type State } from '@/domain/procedure/states'
import { isStepName, stepOf } from '@/domain/procedure/tracks/steps'
import { dossierNumber, dossierText, dossierTexts, isAuthor, type Topic } from '@/domain/topic/topic'
import { mayRead } from '@/domain/topic/visibility'
import { quotedFor } from './topic-card'

export type People = ReadonlyMap<string, Person>

/** States that are no stop of the road: the topic left the road there, or stands still. */
const turns: readonly State[] = ['not_passed', 'quorum_failed', 'suspended', 'annulled', 'withdrawn', 'rejected', 'unresolved']
/** The stop of the road at which a topic left it when its meeting came to nothing. */
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
    name: state === 'voting' ? '会议表决' : states[state].name,
    says: phase === 'now' || phase === 'turned' ? (state === at ? states[topic.state].says : states[state].says) : '',
    at: reached.get(state) ?? null,
    phase,
    ...(sixSteps[state] ? { six: sixSteps[state] } : {}),
    ...(great && !sixSteps[state] && (phase === 'done' || phase === 'to-come') && state !== 'major_closed' ? { side: true } : {}),
  })
  const here = way.indexOf(at)
  if (here >= 0) return way.map((state, i) => row(state, i < here || isEnded(topic.state) ? 'done' : i === here ? 'now' : 'to-come'))
  const turned = turns.includes(topic.state)
  // A topic that left the road is shown behind the stop where it left; a suspended one before the stop where it goes on.
  const stop = turnedAt[topic.state] ?? (topic.state === 'suspended' ? (topic.heldFrom ?? undefined) : undefined)
  const last = stop === undefined ? way.findLastIndex(state => reached.has(state)) : way.indexOf(stop)
  const behind = way.slice(0, last + 1).filter(state => reached.has(state))
  const ahead = !isMajor(topic.state) || isEnded(topic.state) || topic.state === 'not_passed' ? [] : way.slice(last + 1)
  return [
    ...behind.map(state => row(state, 'done')),
    row(topic.state, turned ? 'turned' : isEnded(topic.state) ? 'done' : 'now'),
    ...ahead.map(state => row(state, 'to-come')),
  ]
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
      return { ...plain, value: (Array.isArray(value) ? value : []).map((answer: string) => checked(field.items, answer)).join('\n') }
    case 'day':
      return { ...plain, value: spokenDay(String(value)) }
    case 'number':
      return { ...plain, value: field.unit === '元' ? yuan(Number(value)) : `${value}${field.unit}` }
    case 'text':
      return { ...plain, value: String(value) }
  }
}

export const tellAll = (
  evidence: Evidence,
  people: People,
  titles: ReadonlyMap<string, string>,
  may: (name: FieldName) => boolean = () => true,
) =>
  (Object.keys(evidence) as FieldName[]).filter(may).flatMap(name => {
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
  merged: {
    label: '合到一起办',
    names: ['explanation', 'mergeObjection', 'mergeAnswer'],
    wayOn: '原来的内容、提出人和附议都保留；提出人不同意的，3 天内可以提，由监督委员决定',
  },
  transferred: { label: '已经转办', names: ['transferTo', 'handOver'], wayOn: '可以按上面的单位和编号去问' },
  not_passed: {
    label: '表决没有通过',
    names: ['votesYes', 'votesNo', 'votesAbstain', 'votesInvalid'],
    wayOn: '可以改了方案再议，或者说明后结束',
  },
  quorum_failed: {
    label: '到会人数不够',
    names: ['rollSize', 'presentHall', 'presentOnline', 'presentProxy'],
    wayOn: '票没有投，重新通知以后再开',
  },
  suspended: { label: '暂停执行', names: ['orderNo', 'explanation'], wayOn: '查清楚后恢复，或者退回重新商议' },
  annulled: {
    label: '决定被撤销',
    names: ['orderNo', 'explanation'],
    wayOn: '认为撤销不对的，可以向镇街反映；权利受了侵害的，可以请求法院处理',
  },
  unresolved: { label: '还没谈拢', names: ['disagreement', 'bothPositions'], wayOn: '可以再议一次，或者由村委会说明后结束' },
}

/**
 * Why a topic was turned aside, as far as this reader may know, and the way on: no refusal without one. What was written to the proposer is
 * not written to all.
 */
export function answer(topic: Topic, people: People, titles: ReadonlyMap<string, string>, viewer: Person | null) {
  const row = answers[topic.state]
  if (!row || viewer === null) return null
  const own = isAuthor(topic, viewer.id)
  const told = row.names
    .filter(name => mayReadField(name, viewer, { own }))
    .flatMap(name => {
      const value = topic.dossier[name]
      return value === undefined ? [] : [tell(name, value, people, titles)]
    })
  return { label: row.label, told, wayOn: row.wayOn }
}

const levels: Readonly<Record<string, string>> = fields.level.options

const decidedStates: readonly State[] = ['outcome_posting', 'implementing', 'result_posting', 'evaluating', 'closed']
const resolvedStates: readonly State[] = [
  'resolution_posting',
  'suspended',
  'major_implementing',
  'major_result_posting',
  'major_evaluating',
  'post_evaluation',
  'major_closed',
]

/** The words that stand on the board: the outcome of the talks, or the resolution of a vote that passed. */
function decidedText(topic: Topic): string | null {
  if (decidedStates.includes(topic.state)) return dossierText(topic.dossier, 'decisionText')
  return resolvedStates.includes(topic.state) && judgementOf(topic, 'assembly', topic.dossier)?.outcome === 'PASSED'
    ? dossierText(topic.dossier, 'resolutionText')
    : null
}

/**
 * What was decided, by whom it is done, until when. The minutes' full words are for who stands for others and who answers for the record;
 * the rest read the main views, which carry no names.
 */
export function decision(topic: Topic, people: People, viewer: Person | null) {
  const text = decidedText(topic)
  const finishBy = dossierText(topic.dossier, 'finishBy')
  if (text === null || finishBy === null) return null
  const major = isMajor(topic.state)
  const body = dossierText(topic.dossier, 'body') ?? ''
  // On the passer-by's posting nobody is named.
  const implementer = mayRead('postings', viewer, 'full') ? people.get(dossierText(topic.dossier, 'implementer') ?? '') : undefined
  return {
    level: major ? `${isRuleId(body) ? bodyNames[body].name : '会议'}表决通过` : (levels[dossierText(topic.dossier, 'level') ?? ''] ?? ''),
    text,
    implementer: implementer ? officeName(implementer) : '',
    finishBy,
    budget: dossierNumber(topic.dossier, major ? 'budgetTotal' : 'budget') ?? 0,
    postedUntil: states[topic.state].posts === 'outcome' ? topic.dueAt : null,
    minutes: mayRead('materials', viewer, 'full') ? dossierText(topic.dossier, major ? 'assemblyMinutes' : 'minutes') : null,
    views: mayRead('materials', viewer, 'redacted') ? dossierText(topic.dossier, 'viewsSummary') : null,
  }
}

/** What it cost and what it looks like now; a major matter has a final account. */
export const resultShown = (topic: Topic) => {
  const cost = dossierNumber(topic.dossier, isMajor(topic.state) ? 'finalAccount' : 'cost')
  return cost === null ? null : { cost, photoIds: [...dossierTexts(topic.dossier, 'photosAfter')] }
}

export const progress = (journal: readonly JournalEntry[]) =>
  journal
    .filter(({ step, taken }) => taken && isStepName(step) && stepOf(step).shows === 'progress')
    .map(({ at, evidence }) => ({
      at,
      note: dossierText(evidence, 'progressNote') ?? '',
      percent: dossierNumber(evidence, 'percent') ?? 0,
      photoIds: [...dossierTexts(evidence, 'photos')],
    }))
    .reverse()

/** The pictures everybody finds on the matter's pages, under what they are called there. */
export const photosOn = (topic: Topic, journal: readonly JournalEntry[]) =>
  [
    { on: 'topic', label: '议题照片', ids: topic.photoIds },
    { on: 'topic', label: '办好后的照片', ids: resultShown(topic)?.photoIds ?? [] },
    { on: 'topic', label: '进展照片', ids: progress(journal).flatMap(step => step.photoIds) },
    { on: 'notice', label: '公示栏照片', ids: boardPhotos(topic) },
  ] as const

export const boardPhotos = (topic: Topic): readonly string[] => [
  ...dossierTexts(topic.dossier, 'boardPhotoFirst'),
  ...dossierTexts(topic.dossier, 'boardPhotoLast'),
]

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

/**
 * 全部记录, by office: who acted for the village is public, who raised it is not unless they chose so. `others`: topics its lines may quote,
 * read as this reader may. A second key's reasons for a no are read like a refusal's.
 */
export function record(topic: Topic, journal: readonly JournalEntry[], people: People, others: readonly Topic[], viewer: Person | null) {
  if (!mayRead('materials', viewer, 'redacted')) return []
  const reasons = mayRead('turnedAside', viewer, 'full', { own: viewer !== null && isAuthor(topic, viewer.id) })
  return journal.map(({ n, at, said, byId, taken }) => {
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
    return {
      n,
      at,
      said: others.reduce((line, other) => quotedFor(other, viewer, line), taken || reasons ? said : (said.split('。')[0] ?? '')),
      by,
    }
  })
}

export const code = (topic: Topic): string => boardCode(topic.head)
