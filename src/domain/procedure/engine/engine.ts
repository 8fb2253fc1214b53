import { numberChosen } from '../../law/settings'
import { addDays, monthsAfter, dayOf, endOf, postingEnds, workingDaysAfter, type RestDays } from '../../ground/calendar'
import { grant, refuse, type Decision } from '../../ground/decision'
import { sealed, type JournalEntry } from '../../ground/journal'
import { has, type Person } from '../../resident/people'
import { dossierText, isAuthor, type Topic } from '../../topic/topic'
import { convenes, convening } from '../conveners'
import { carriedInto } from '../dossier'
import { checkEvidence, type Evidence, type EvidenceRefusal, type EvidenceValue } from '../evidence'
import type { Facts } from './facts'
import { guards } from '../guards/all'
import { rulesOf } from './ruled'
import { states, type State, type Term } from '../states'
import type { Guard } from '../guards/words'
import { stepNames, stepOf, type Row, type StepName } from '../tracks/steps'
import { traits } from '../tracks/traits'

export type AdvanceRefusal =
  | 'step-not-open'
  | 'not-your-role'
  | 'not-the-convener'
  | 'second-key-same-person'
  | 'second-key-is-proposer'
  | 'second-key-is-secretary'
  | 'second-key-is-scrutineers'
  | 'conflict-declared'
  | Guard
  | EvidenceRefusal

/** Who acts: a person, or time. */
export type Acting = Person | 'system'

export interface Advance {
  readonly topic: Topic
  readonly entry: JournalEntry
  /** False where the step now waits for its second key. */
  readonly taken: boolean
  readonly step: Row
}

type Village = Pick<Facts, 'village'>

const target = (step: Row, topic: Topic): State =>
  step.to === 'same' ? topic.state : step.to === 'held' ? (topic.heldFrom ?? topic.state) : step.to

/** Why this person may not decide over a merge: they proposed one of the two matters, or laid the merge down themselves (S1). */
function involved(topic: Topic, acting: Person): 'second-key-is-proposer' | 'second-key-same-person' | null {
  if (isAuthor(topic, acting.id)) return 'second-key-is-proposer'
  return topic.joined?.byId === acting.id ? 'second-key-same-person' : null
}

/** Why this person may not take an impartial step: they declared an interest, or are the party secretary, who is watched by it (S4, S5). */
function partiality(topic: Topic, acting: Person): 'conflict-declared' | 'second-key-is-secretary' | null {
  if (topic.recusedIds?.includes(acting.id)) return 'conflict-declared'
  return has(acting, 'party_secretary') ? 'second-key-is-secretary' : null
}

function mayTake(step: Row, topic: Topic, acting: Acting, facts: Village): boolean {
  if (acting === 'system') return step.by.includes('system')
  return step.by.some(actor => {
    switch (actor) {
      case 'system':
        return false
      case 'proposer':
        return isAuthor(topic, acting.id)
      case 'convener':
        return convenes(topic, acting, facts)
      default:
        return has(acting, actor)
    }
  })
}
/** The refusal for whoever may not take the step: an office that calls other meetings is told that this one is another's to call. */
const notTheirs = (step: Row, acting: Acting): 'not-your-role' | 'not-the-convener' =>
  acting !== 'system' && step.by.includes('convener') && has(acting, ...convening) ? 'not-the-convener' : 'not-your-role'

/**
 * The instant a term ends, counted from the day it began; null where none runs. `chosen` is the village's own number of days. A posting's
 * floor holds whatever anybody chose.
 */
export function termEnds(term: Term | undefined, beganAt: number, isRestDay: RestDays, chosen?: number): number | null {
  if (!term) return null
  const on = dayOf(beganAt)
  if ('workingDays' in term) return endOf(workingDaysAfter(on, chosen ?? term.workingDays, isRestDay))
  if ('postingDays' in term) return endOf(postingEnds(on, Math.max(chosen ?? term.postingDays, term.floor), isRestDay))
  return endOf('months' in term ? monthsAfter(on, chosen ?? term.months, isRestDay) : addDays(on, chosen ?? term.days))
}

/**
 * Whether the table has this step here: from this state, for this kind of matter, and not on record already where it is taken only once.
 */
export const stands = (step: Row, topic: Topic, facts: Village): boolean =>
  step.from.includes(topic.state) &&
  (step.only ?? []).every(trait => traits[trait](topic, facts)) &&
  !(step.once && step.asks.some(name => topic.dossier[name] !== undefined))

/** Steps of the table that lead out of (or are recorded in) this state and that this person, or time, may take. Guards are not asked. */
export const openSteps = (topic: Topic, acting: Acting, facts: Village): StepName[] =>
  stepNames.filter(name => !stepOf(name).byNumbers && stands(stepOf(name), topic, facts) && mayTake(stepOf(name), topic, acting, facts))

/** What still stands between the topic and the step: guards that do not hold. */
export const missing = (step: Row, topic: Topic, facts: Facts, evidence: Evidence = {}): Guard[] =>
  step.guards.filter(guard => !guards[guard].holds(topic, facts, evidence))

export interface Taking {
  readonly topic: Topic
  readonly name: StepName
  readonly acting: Acting
  readonly evidence: Readonly<Record<string, EvidenceValue>>
  readonly facts: Facts
  readonly isRestDay: RestDays
}

/** Takes a step, or lays it before its second key. The one place where a topic's state changes. */
export function advance(taking: Taking): Decision<Advance, AdvanceRefusal> {
  const { topic, name, acting, facts } = taking
  const step = stepOf(name)
  if (step.byNumbers || !stands(step, topic, facts)) return refuse('step-not-open')
  if (!mayTake(step, topic, acting, facts)) return refuse(notTheirs(step, acting))
  const partial = step.impartial && acting !== 'system' ? partiality(topic, acting) : null
  if (partial) return refuse(partial)
  const party = step.apart && acting !== 'system' ? involved(topic, acting) : null
  if (party) return refuse(party)
  const checked = checkEvidence(step.asks, step.mayAsk ?? [], taking.evidence)
  if (!checked.ok) return checked
  const judged = rowByNumbers(name, topic, facts, checked.value)
  const [unmet] = missing(stepOf(judged), topic, facts, checked.value)
  if (unmet) return refuse(unmet)
  const row = stepOf(judged),
    as = { ...taking, name: judged }
  if (row.countersign && acting !== 'system') {
    const pending = { step: judged, evidence: checked.value, byId: acting.id, at: facts.now }
    return grant(record(as, row, { ...topic, pending }, checked.value, `提出：${row.name}`, false))
  }
  return grant(move(as, row, checked.value))
}

/**
 * The row these numbers lead to: where they judge against the step, its other outcome. Who records a meeting does not choose how it went.
 */
export function rowByNumbers(name: StepName, topic: Topic, facts: Facts, evidence: Evidence): StepName {
  const step = stepOf(name)
  const against = missing(step, topic, facts, evidence)
  const only = against.length > 0 && against.every(guard => guards[guard].judges)
  return only ? (step.otherwise ?? name) : name
}

/** Whose alone the waiting second key is now, as the file names them; null where any of the office may turn it. */
export function keyHolder({ pending, dossier, recusedIds }: Topic, now: number): string | null {
  const keyOf = pending ? stepOf(pending.step).keyOf : undefined
  const named = keyOf === undefined ? null : dossierText(dossier, keyOf)
  return pending === null || named === null || named === pending.byId || recusedIds?.includes(named) || now >= endOf(dayOf(pending.at))
    ? null
    : named
}

/** Why this person may not turn the second key that waits; null where they may. */
export function barredFromKey(topic: Topic, acting: Person, now: number): AdvanceRefusal | null {
  const { pending } = topic
  if (!pending) return 'step-not-open'
  if (!stepOf(pending.step).countersign?.some(role => has(acting, role))) return 'not-your-role'
  if (pending.byId === acting.id) return 'second-key-same-person'
  if (isAuthor(topic, acting.id)) return 'second-key-is-proposer'
  const named = keyHolder(topic, now)
  return partiality(topic, acting) ?? (named === null || named === acting.id ? null : 'second-key-is-scrutineers')
}

/** The second key turns, or is refused with a reason. */
export function countersign(
  taking: Omit<Taking, 'name' | 'evidence'> & { readonly agrees: boolean; readonly note: string },
): Decision<Advance, AdvanceRefusal> {
  const { topic, acting, facts, agrees, note } = taking
  const pending = topic.pending
  if (!pending || acting === 'system') return refuse('step-not-open')
  const step = stepOf(pending.step)
  const barred = barredFromKey(topic, acting, facts.now)
  if (barred) return refuse(barred)
  const full: Taking = { ...taking, name: pending.step, evidence: {} }
  const free = { ...topic, pending: null }
  if (!agrees) return grant(record(full, step, free, {}, `没有确认：${step.name}。${note}`, false))
  const [unmet] = missing(step, free, facts, pending.evidence)
  if (unmet) return refuse(unmet)
  return grant(move({ ...full, topic: free }, step, pending.evidence))
}

function move(taking: Taking, step: Row, evidence: Evidence): Advance {
  const { topic, facts } = taking
  const to = target(step, topic)
  const moved = to !== topic.state || step.restarts === true
  const row = states[to]
  const chosen = row.chosenAs === undefined || step.stays ? undefined : numberChosen(rulesOf(topic), row.chosenAs, topic.chosen ?? {})
  const next: Topic = {
    ...topic,
    state: to,
    enteredAt: moved ? facts.now : topic.enteredAt,
    dueAt: moved ? termEnds(step.stays ?? row.term, facts.now, taking.isRestDay, chosen) : topic.dueAt,
    pending: moved ? null : topic.pending,
    dossier: { ...(moved ? carriedInto(to, topic.dossier) : topic.dossier), ...evidence },
  }
  return record(taking, step, next, evidence, step.name, true)
}

function record(taking: Taking, step: Row, next: Topic, evidence: Evidence, said: string, taken: boolean): Advance {
  const { topic, name, acting, facts } = taking
  const entry = sealed(topic, {
    at: facts.now,
    step: name,
    transition: step.id,
    said,
    from: topic.state,
    to: next.state,
    taken,
    evidence,
    byId: acting === 'system' ? null : acting.id,
  })
  return { topic: { ...next, waitsForKey: next.pending !== null, rev: entry.n, head: entry.hash, activeAt: facts.now }, entry, taken, step }
}
