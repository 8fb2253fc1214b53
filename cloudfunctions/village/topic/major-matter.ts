import { isMatterCode, matters } from '@/domain/law/matters'
import { citation } from '@/domain/law/articles'
import { basisOf } from '@/domain/law/wants'
import { decidedByWords, isCollectiveClass } from '@/domain/law/classes'
import type { JournalEntry } from '@/domain/ground/journal'
import type { Person } from '@/domain/resident/people'
import { fields, type FieldName } from '@/domain/procedure/fields'
import { countOf, judgementOf, meetingNames, meetings, quorumOf, type MeetingName } from '@/domain/procedure/meetings'
import { mayReadField, voteClosed } from '@/domain/procedure/readers'
import { isStepName, stepOf } from '@/domain/procedure/tracks/steps'
import { dossierNumber, dossierText, type Topic } from '@/domain/topic/topic'
import { mayRead } from '@/domain/topic/visibility'
import { tellAll, type People } from './topic-page'

const outcomes = { PASSED: 'passed', NOT_PASSED: 'not_passed', QUORUM_FAILED: 'quorum_failed' } as const
/** What a meeting wrote beside its numbers. */
const papers: Record<MeetingName, readonly FieldName[]> = {
  party_committee: ['pcmMinutes', 'pcmSigned'],
  two_committees: ['tcmMinutes', 'dissent', 'tcmSigned'],
  party_members: ['pmmMinutes', 'pmmExcluded', 'pmmSigned'],
  assembly: ['assemblyMinutes', 'checkInSheet', 'tallySheet'],
}
const ballots: { readonly [Name in MeetingName]?: { readonly against: FieldName; readonly abstain: FieldName } } = {
  party_members: { against: 'pmmNo', abstain: 'pmmAbstain' },
  assembly: { against: 'votesNo', abstain: 'votesAbstain' },
}

const told = (topic: Topic, names: readonly FieldName[], viewer: Person | null, people: People) =>
  tellAll(Object.fromEntries(names.map(name => [name, topic.dossier[name]])), people, new Map(), name =>
    mayReadField(name, viewer, { closed: voteClosed(topic) }),
  )

/**
 * 议一 to 议四 as far as their numbers are told: who came, who agreed, each judgement with its arithmetic and article; the papers only to who
 * may read them.
 */
export const meetingsShown = (topic: Topic, people: People, viewer: Person | null) =>
  meetingNames.flatMap(name => {
    const count = countOf(name, topic.dossier)
    const voted = dossierNumber(topic.dossier, meetings[name].yes) !== null
    const content = name !== 'assembly' ? 'partySteps' : voted ? 'finalTallies' : 'checkIn'
    if (!count || !mayRead(content, viewer, 'numbers')) return []
    const judged = voted ? judgementOf(topic, name, topic.dossier) : name === 'assembly' ? quorumOf(topic, topic.dossier) : undefined
    // Who has come is known before how they voted: then only whether they are enough is judged.
    const explain = judged ? [...judged.explain].slice(0, voted ? undefined : 1) : []
    const more = voted ? ballots[name] : undefined
    return [
      {
        name: meetings[name].name,
        outcome: judged && (voted || judged.outcome === 'QUORUM_FAILED') ? outcomes[judged.outcome] : null,
        all: count.N,
        present: count.P,
        yes: voted ? count.Y : null,
        against: more ? dossierNumber(topic.dossier, more.against) : null,
        abstain: more ? dossierNumber(topic.dossier, more.abstain) : null,
        explain,
        told: told(topic, papers[name], viewer, people),
      },
    ]
  })

/** How the legality review came out, and to who may read it why. Null while a new review is under way. */
export function reviewShown(topic: Topic, journal: readonly JournalEntry[], people: People, viewer: Person | null) {
  if (!mayRead('legality', viewer, 'conclusion')) return null
  const concluded = ({ step }: JournalEntry) => (isStepName(step) ? stepOf(step).concludes : undefined)
  const last = journal.findLast(
    entry => entry.taken && (concluded(entry) !== undefined || (entry.to === 'legality_review' && entry.from !== entry.to)),
  )
  const conclusion = last && concluded(last)
  if (!last || conclusion === undefined) return null
  const lawful = last.to === 'party_members'
  return {
    at: last.at,
    conclusion,
    changedSince: lawful && topic.reviewedHash !== topic.textHash,
    told: tellAll(last.evidence, people, new Map(), name => name !== 'planText' && mayReadField(name, viewer)),
  }
}

const gistLength = 80
const inShort = (text: string): string => ([...text].length > gistLength ? `${[...text].slice(0, gistLength).join('')}…` : text)
const repliesOf = ({ step, taken }: JournalEntry) => (taken && isStepName(step) ? stepOf(step).replies : undefined)

/** When the town was reported to, and the gist of its answer (procedures TR-49, TR-50). */
export function townReport(journal: readonly JournalEntry[], viewer: Person | null) {
  const entry = mayRead('materials', viewer, 'redacted') ? journal.findLast(repliesOf) : undefined
  const replies = entry && repliesOf(entry)
  if (!entry || !replies) return null
  const told = replies.field === undefined ? null : dossierText(entry.evidence, replies.field)
  return { at: entry.at, gist: inShort(`${replies.says}${told ?? ''}`) }
}

/** What kind of matter it is, and who alone may decide it. */
export function matterShown({ dossier }: Topic, viewer: Person | null) {
  const matterClass = dossierText(dossier, 'matterClass')
  if (matterClass === null || !mayRead('topicText', viewer, 'redacted')) return null
  const code = dossierText(dossier, 'matterCode')
  const found = code !== null && isMatterCode(code) ? { code, ...matters[code] } : null
  const kind = found && {
    name: found.name,
    says: found.says,
    decidedBy: decidedByWords(found.code),
    article: citation(found.article),
    basis: basisOf([found.article]),
  }
  const classes: Readonly<Record<string, string>> = fields.matterClass.options
  return { class: classes[matterClass] ?? '', reason: dossierText(dossier, 'classReason') ?? '', kind }
}

/**
 * The text that is to be voted on: to representatives as it is drawn up, to everybody once both committees agreed on it (procedures TR-43).
 */
export function planShown({ dossier }: Topic, journal: readonly JournalEntry[], viewer: Person | null) {
  const text = dossierText(dossier, 'planText')
  const agreed = journal.some(entry => entry.taken && entry.to === 'legality_review')
  if (text === null || !mayRead('materials', viewer, agreed ? 'redacted' : 'full')) return null
  // The collective's money is its members' to know until the resolution is posted.
  const money = !isCollectiveClass(dossier.matterClass) || mayRead('collectiveFinance', viewer, 'full')
  return {
    text,
    budget: money ? dossierNumber(dossier, 'budgetTotal') : null,
    source: money ? (dossierText(dossier, 'fundingSource') ?? '') : '',
  }
}
