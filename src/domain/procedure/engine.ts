import { addDays, dayOf, endOf, postingEnds, workingDaysAfter, type RestDays } from '../calendar'
import { grant, refuse, type Decision } from '../decision'
import { sealed, type JournalEntry } from '../journal'
import { has, type Person } from '../people'
import { isAuthor, type Topic } from '../topic'
import { checkEvidence, type Evidence, type EvidenceRefusal, type EvidenceValue } from './evidence'
import { guards, type Facts } from './guards'
import { states, type State, type Term } from './states'
import type { Guard, Step } from './step'
import { stepNames, stepOf, type StepName } from './tracks'

export type AdvanceRefusal = 'step-not-open' | 'not-your-role' | 'second-key-same-person' | 'second-key-is-proposer' | Guard | EvidenceRefusal

/** Who acts: a person, or time. */
export type Acting = Person | 'system'

export interface Advance {
  readonly topic: Topic
  readonly entry: JournalEntry
  /** False where the step now waits for its second key. */
  readonly taken: boolean
  readonly step: Step
}

const target = (step: Step, from: State): State => (step.to === 'same' ? from : step.to)

function mayTake(step: Step, topic: Topic, acting: Acting): boolean {
  if (acting === 'system') return step.by.includes('system')
  return step.by.some(actor => actor !== 'system' && (actor === 'proposer' ? isAuthor(topic, acting.id) : has(acting, actor)))
}

/** The instant a state's term ends, counted from the day it was entered; null where none runs. Posting floors hold whatever the term says. */
export function termEnds(term: Term | undefined, enteredAt: number, isRestDay: RestDays): number | null {
  if (!term) return null
  const on = dayOf(enteredAt)
  if ('workingDays' in term) return endOf(workingDaysAfter(on, term.workingDays, isRestDay))
  if ('postingDays' in term) return endOf(postingEnds(on, Math.max(term.postingDays, term.floor), isRestDay))
  return endOf(addDays(on, term.days))
}

/** Whether the table has this step here: from this state, and not on record already where it is taken only once. */
export const stands = (step: Step, topic: Topic): boolean =>
  step.from.includes(topic.state) && !(step.once && step.asks.some(name => topic.dossier[name] !== undefined))

/** Steps of the table that lead out of (or are recorded in) this state and that this person, or time, may take. Guards are not asked. */
export const openSteps = (topic: Topic, acting: Acting): StepName[] =>
  stepNames.filter(name => stands(stepOf(name), topic) && mayTake(stepOf(name), topic, acting))

/** What still stands between the topic and the step: guards that do not hold. */
export const missing = (step: Step, topic: Topic, facts: Facts, evidence: Evidence = {}): Guard[] =>
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
  if (!stands(step, topic)) return refuse('step-not-open')
  if (!mayTake(step, topic, acting)) return refuse('not-your-role')
  const checked = checkEvidence(step.asks, step.mayAsk ?? [], taking.evidence)
  if (!checked.ok) return checked
  const [unmet] = missing(step, topic, facts, checked.value)
  if (unmet) return refuse(unmet)
  if (step.countersign && acting !== 'system') {
    const pending = { step: name, evidence: checked.value, byId: acting.id, at: facts.now }
    return grant(record(taking, step, { ...topic, pending }, checked.value, `提出：${step.name}`, false))
  }
  return grant(move(taking, step, checked.value))
}

/** The second key turns, or is refused with a reason. */
export function countersign(
  taking: Omit<Taking, 'name' | 'evidence'> & { readonly agrees: boolean; readonly note: string },
): Decision<Advance, AdvanceRefusal> {
  const { topic, acting, facts, agrees, note } = taking
  const pending = topic.pending
  if (!pending || acting === 'system') return refuse('step-not-open')
  const step = stepOf(pending.step)
  if (!step.countersign?.some(role => has(acting, role))) return refuse('not-your-role')
  if (pending.byId === acting.id) return refuse('second-key-same-person')
  if (isAuthor(topic, acting.id)) return refuse('second-key-is-proposer')
  const full: Taking = { ...taking, name: pending.step, evidence: {} }
  const free = { ...topic, pending: null }
  if (!agrees) return grant(record(full, step, free, {}, `没有确认：${step.name}。${note}`, false))
  const [unmet] = missing(step, free, facts, pending.evidence)
  if (unmet) return refuse(unmet)
  return grant(move({ ...full, topic: free }, step, pending.evidence))
}

function move(taking: Taking, step: Step, evidence: Evidence): Advance {
  const { topic, facts } = taking
  const to = target(step, topic.state)
  const moved = to !== topic.state
  // A new posting needs photographs of its own board.
  const { boardPhotoFirst: _first, boardPhotoLast: _last, ...kept } = topic.dossier
  const dossier = moved && 'postingDays' in (states[to].term ?? {}) ? kept : topic.dossier
  const next: Topic = {
    ...topic,
    state: to,
    enteredAt: moved ? facts.now : topic.enteredAt,
    dueAt: moved ? termEnds(states[to].term, facts.now, taking.isRestDay) : topic.dueAt,
    pending: moved ? null : topic.pending,
    dossier: { ...dossier, ...evidence },
  }
  return record(taking, step, next, evidence, step.name, true)
}

function record(taking: Taking, step: Step, next: Topic, evidence: Evidence, said: string, taken: boolean): Advance {
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
