import { judge, malformed, type Count, type Judgement } from '../law/judge'
import { isRuleId, type RuleId } from '../law/names'
import type { VoteRule } from '../law/rule'
import { ruleAsChosen } from '../law/settings'
import type { Evidence } from './evidence'
import type { FieldName } from './fields'
import { rulesOf, type Ruled } from './engine/ruled'

/** A meeting's numbers in the evidence, and the rule they are judged by. */
interface Meeting {
  readonly name: string
  readonly rule: RuleId | 'as-noticed'
  readonly all: FieldName
  readonly present: readonly FieldName[]
  readonly yes: FieldName
}

// biome-ignore format: a row a line
const table = {
  party_committee: { name: '议一：党组织提议', rule: 'PCM', all: 'pcmMembers', present: ['pcmPresent'], yes: 'pcmYes' },
  two_committees: { name: '议二：两委商议', rule: 'TCM', all: 'tcmMembers', present: ['tcmPresent'], yes: 'tcmYes' },
  party_members: { name: '议三：党员大会', rule: 'PMM', all: 'pmmShouldAttend', present: ['pmmPresent'], yes: 'pmmYes' },
  assembly: { name: '议四：会议表决', rule: 'as-noticed', all: 'rollSize', present: ['presentHall', 'presentOnline', 'presentProxy', 'lateArrivals'], yes: 'votesYes' },
} as const satisfies Record<string, Meeting>
export type MeetingName = keyof typeof table
export const meetings: Record<MeetingName, Meeting> = table
export const meetingNames = Object.keys(table) as readonly MeetingName[]

const number = (evidence: Evidence, name: FieldName): number | undefined => {
  const value = evidence[name]
  return typeof value === 'number' ? value : undefined
}
const sum = (evidence: Evidence, names: readonly FieldName[]): number =>
  names.reduce((total, name) => total + (number(evidence, name) ?? 0), 0)

/** The rule a meeting is judged by; undefined while it is not known which body meets. */
export function ruleOfMeeting(topic: Ruled, name: MeetingName, evidence: Evidence): VoteRule | undefined {
  const { rule } = meetings[name]
  const id = rule === 'as-noticed' ? evidence.body : rule
  const row = typeof id === 'string' && isRuleId(id) ? ruleAsChosen(rulesOf(topic), id, topic.chosen ?? {}) : undefined
  return row?.kind === 'vote' ? row : undefined
}

/** N, P and Y as the evidence has them; undefined where the roll or the present are not told yet. */
export function countOf(name: MeetingName, evidence: Evidence): Count | undefined {
  const { all, present, yes } = meetings[name]
  const N = number(evidence, all)
  const [first] = present
  if (N === undefined || first === undefined || number(evidence, first) === undefined) return undefined
  return { N, P: sum(evidence, present), Y: number(evidence, yes) ?? 0 }
}

/** What is wrong with the numbers told so far, in words; null where they fit together. */
export function inconsistent(evidence: Evidence): string | null {
  for (const name of meetingNames) {
    const count = countOf(name, evidence)
    const wrong = count ? malformed(count) : null
    if (wrong) return `${meetings[name].name}：${wrong}`
  }
  const { pmmPresent, pmmYes, pmmNo, pmmAbstain } = evidence
  if (
    typeof pmmPresent === 'number' &&
    typeof pmmYes === 'number' &&
    typeof pmmNo === 'number' &&
    typeof pmmAbstain === 'number' &&
    pmmYes + pmmNo + pmmAbstain > pmmPresent
  )
    return `党员大会：同意 ${pmmYes}、不同意 ${pmmNo}、弃权 ${pmmAbstain}，加起来比实到 ${pmmPresent} 还多`
  return null
}

/** A meeting's numbers judged by its rule, each judgement with its arithmetic and article; undefined before the numbers are there. */
export function judgementOf(topic: Ruled, name: MeetingName, evidence: Evidence): Judgement | undefined {
  const rule = ruleOfMeeting(topic, name, evidence)
  const count = countOf(name, evidence)
  return rule && count && malformed(count) === null && number(evidence, meetings[name].yes) !== undefined ? judge(rule, count) : undefined
}

/** Whether enough take part for the vote to begin. */
export function quorumOf(topic: Ruled, evidence: Evidence): Judgement | undefined {
  const rule = ruleOfMeeting(topic, 'assembly', evidence)
  const count = countOf('assembly', evidence)
  return rule && count && malformed(count) === null ? judge(rule, { ...count, Y: 0 }) : undefined
}

const ballotFields = ['votesYes', 'votesNo', 'votesAbstain', 'votesInvalid', 'votesUnreturned'] as const

/** Every ballot of those present is accounted for: Y + N + A + I + U = P (procedures §5.6.3). */
export function ballotsAddUp(evidence: Evidence): { readonly holds: boolean; readonly says: string } {
  const votes = sum(evidence, ballotFields)
  const present = sum(evidence, meetings.assembly.present)
  const parts = ballotFields.map(name => number(evidence, name) ?? 0).join('+')
  return { holds: votes === present, says: `票数要等于到会人数：${parts}=${votes}，到会 ${present}` }
}
