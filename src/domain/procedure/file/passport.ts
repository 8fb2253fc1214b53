import { brokenAt, type JournalEntry } from '../../ground/journal'
import type { ArticleId } from '../../law/articles'
import { filingOf } from '../../law/classes'
import type { Topic } from '../../topic/topic'
import type { Evidence, EvidenceValue } from '../evidence'
import type { Facts } from '../engine/facts'
import { fieldOf, type FieldName } from '../fields'
import { guards } from '../guards/all'
import { countOf, judgementOf, meetingNames, meetings, quorumOf, type MeetingName } from '../meetings'
import { runsOf, type Run, type Told } from './runs'
import { signersOf, stageName } from './stages'
import type { State } from '../states'
import type { Confidence, Step } from '../step'
import { stepNames, stepOf } from '../tracks/steps'

/** One thing done, as the file keeps it. */
export interface Deed {
  readonly n: number
  readonly at: number
  readonly said: string
  /** Null: time did it, or who did it is not for the journal. Where there was a second key, who turned it. */
  readonly byId: string | null
  /** Who laid it before the second key. */
  readonly laidById: string | null
  readonly evidence: Evidence
  readonly meeting: { readonly name: MeetingName; readonly should: number; readonly present: number } | null
  /** Each judgement of a meeting with its inequality and article. */
  readonly judged: readonly string[]
  /** What it rests on. */
  readonly article: readonly ArticleId[]
  readonly confidence: Confidence | null
}

export interface Stage {
  readonly state: State
  readonly name: string
  readonly from: number
  readonly until: number | null
  readonly deeds: readonly Deed[]
  /** Who signs its sheet. */
  readonly signers: readonly string[]
}

/** Something its road asks for that is not in the file: 「议三党员大会」「签字的会议记录照片」. */
export interface Lacking {
  readonly stage: string
  readonly what: string
}

/** 一事一档: all that was done to a topic, and whether it is all there. */
export interface Passport {
  readonly stages: readonly Stage[]
  /** Stages that were gone through again later: kept and shown as 此前, and nothing of them is asked for. */
  readonly earlier: readonly Stage[]
  /** How many pieces of evidence the steps on its road have asked for so far. */
  readonly asked: number
  readonly missing: readonly Lacking[]
}

function deedOf({ entry, row, dossier, laidById }: Told, topic: Topic): Deed {
  const asks: readonly FieldName[] = row?.asks ?? []
  const voted = meetingNames.find(name => asks.includes(meetings[name].yes))
  const checkedIn = meetingNames.find(name => meetings[name].present.some(field => asks.includes(field)))
  const meeting = voted ?? checkedIn
  const count = meeting && countOf(meeting, dossier)
  // Before the vote only the quorum is judged.
  const judged = voted ? judgementOf(topic, voted, dossier)?.explain : meeting ? quorumOf(topic, dossier)?.explain.slice(0, 1) : undefined
  return {
    n: entry.n,
    at: entry.at,
    said: row?.name ?? entry.said,
    byId: entry.byId,
    laidById,
    evidence: entry.evidence,
    meeting: meeting && count ? { name: meeting, should: count.N, present: count.P } : null,
    judged: judged ?? [],
    article: row?.article ?? [],
    confidence: row?.confidence ?? null,
  }
}

const stageOf = (run: Run, topic: Topic): Stage => ({
  state: run.state,
  name: stageName(run.state),
  from: run.from,
  until: run.until,
  deeds: run.told.map(told => deedOf(told, topic)),
  signers: signersOf(run.state),
})

const isBlank = (value: EvidenceValue | undefined): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
const lacking = (state: State, name: FieldName): Lacking => ({ stage: stageName(state), what: fieldOf(name).label })

/**
 * Rows that only put on record what their state waits for: the notice of a meeting, the board's photographs, the certificate, the
 * evaluation; a filing where the matter needs one.
 */
const proofsOf = (state: State, topic: Topic): Step[] =>
  stepNames
    .map(stepOf)
    .filter(
      row =>
        row.from.includes(state) &&
        row.to === 'same' &&
        (row.look === 'main' || (row.once === true && filingOf(topic.dossier.matterCode) !== null)),
    )

/** Which evidence a state still owes beside that of the steps taken in it: a state already left, or the one where the topic is now. */
function owed(
  state: State,
  runs: readonly Run[],
  topic: Topic,
  facts: Facts,
): { readonly asked: readonly FieldName[]; readonly missing: readonly FieldName[] } {
  const left = runs.at(-1)?.told.at(-1)?.row
  const here = runs.at(-1)?.until === null
  // A topic that left this state by a side step (returned, withdrawn) owes nothing more of it: its file could never become complete.
  if (!here && left?.look !== 'main') return { asked: [], missing: [] }
  const due = proofsOf(state, topic).filter(
    row => !here || (row.once === true && row.guards.every(guard => guards[guard].holds(topic, facts, {}))),
  )
  const told = runs.flatMap(run => run.told)
  const asked = due.flatMap(row => row.asks)
  return { asked, missing: asked.filter(name => !told.some(({ entry }) => entry.evidence[name] !== undefined)) }
}

/** What is said where the journal does not lead, link by link, from its first entry to the head that the topic holds. */
function brokenChain(topic: Topic, entries: readonly JournalEntry[]): Lacking[] {
  const at = brokenAt(entries) ?? (entries.length !== topic.rev || (entries.at(-1)?.hash ?? '') !== topic.head ? topic.rev : null)
  return at === null ? [] : [{ stage: '全部记录', what: `第 ${at} 条对不上，记录可能被改过或者丢了` }]
}

/** What is said where the text was changed after its review, so that the text voted on was never reviewed (procedures §2.4). */
function unreviewed(topic: Topic, standing: readonly Run[]): Lacking[] {
  const behind = standing.some(run => run.state === 'legality_review' && run.until !== null)
  return behind && ((topic.textHash ?? '') === '' || topic.reviewedHash !== topic.textHash)
    ? [{ stage: stageName('legality_review'), what: '对现在这份正文的审核（正文审核后改过）' }]
    : []
}

/**
 * The file of a topic from its journal, entries in order: each stage that stands with what was done in it, and what is missing.
 * What is asked for is read off the table's rows along the states it has passed through, so a new step needs no list here (procedures §2.2,
 * §6.6).
 */
export function passportOf(topic: Topic, journal: readonly JournalEntry[], facts: Facts): Passport {
  // Journal and topic are read one after the other: an entry written in between would make the chain look broken.
  const entries = journal.filter(entry => entry.n <= topic.rev)
  const { standing, earlier } = runsOf(entries)
  const asked: FieldName[] = []
  const missing: Lacking[] = []
  for (const state of new Set(standing.map(run => run.state))) {
    const runs = standing.filter(run => run.state === state)
    for (const { entry, row } of runs.flatMap(run => run.told)) {
      asked.push(...(row?.asks ?? []))
      missing.push(...(row?.asks ?? []).filter(name => isBlank(entry.evidence[name])).map(name => lacking(state, name)))
    }
    const rest = owed(state, runs, topic, facts)
    // What a recorded step lacks was added above already; here it must not be said a second time.
    asked.push(...rest.missing)
    missing.push(
      ...rest.missing
        .map(name => lacking(state, name))
        .filter(one => !missing.some(other => other.stage === one.stage && other.what === one.what)),
    )
  }
  return {
    stages: standing.filter(run => run.told.length > 0).map(run => stageOf(run, topic)),
    earlier: earlier.map(run => stageOf(run, topic)),
    asked: asked.length,
    missing: [...missing, ...unreviewed(topic, standing), ...brokenChain(topic, entries)],
  }
}

/** 档案齐全: everything its road has asked for so far is there, and the chain holds. */
export const isComplete = (passport: Pick<Passport, 'missing'>): boolean => passport.missing.length === 0
/** 「还缺：议三党员大会 签字的会议记录照片」. */
export const lackingWords = ({ stage, what }: Lacking): string => `还缺：${stage} ${what}`
