import type { JournalEntry } from '@/domain/ground/journal'
import { mayAssign } from '@/domain/notice/reach'
import type { Facts } from '@/domain/procedure/engine/facts'
import { states } from '@/domain/procedure/states'
import { isStaff, officeName, type Person } from '@/domain/resident/people'
import { isAuthor, type Topic } from '@/domain/topic/topic'
import { mayRead } from '@/domain/topic/visibility'
import type { Store } from '../../../ports'
import { allRows } from '../../ground/all-rows'
import type { GuestContext } from '../../ground/handler'
import { officersOf } from '../../ground/officers'
import { factsFor } from '../facts'
import { titleFor, topicCards } from '../topic-card'
import { mayReadText } from './reads-text'

/** What every page of a topic is written from: the matter, what the rules ask of the world around it, what was done, and who reads. */
export interface Read {
  readonly now: number
  readonly topic: Topic
  readonly actor: Person | null
  readonly facts: Facts
  readonly journal: readonly JournalEntry[]
  readonly officers: readonly Person[]
  /** Whoever is named there; a passer-by is told of offices, not of who holds them. */
  readonly people: ReadonlyMap<string, Person>
  readonly readsText: boolean
  readonly readsTalk: boolean
  readonly own: boolean
  readonly staff: boolean
}

type Stored = Pick<Read, 'topic' | 'facts' | 'journal' | 'officers'>

/** Reads a topic for one person; `named`: whom else the page names, beside the officers and who stands in the journal. */
export async function readFor(
  { store, actor, clock }: GuestContext,
  { topic, facts, journal, officers }: Stored,
  named: readonly (string | null)[] = [],
): Promise<Read> {
  const ids = [...journal.map(entry => entry.byId), ...named, topic.pending?.byId ?? null]
  return {
    now: clock.now(),
    topic,
    actor,
    facts,
    journal,
    officers,
    people: actor === null ? new Map() : await peopleNamed(store, officers, ids),
    readsText: mayReadText(topic, journal, actor),
    readsTalk: mayRead('materials', actor, 'redacted'),
    own: actor !== null && isAuthor(topic, actor.id),
    staff: actor !== null && isStaff(actor),
  }
}

/** Everything the topic's own page shows, looked up together. */
export async function lookUp(context: GuestContext, topic: Topic) {
  const { store, own, org, actor, clock } = context
  const { id } = topic
  const [facts, journal] = await Promise.all([
    factsFor(store, clock, org, topic),
    allRows(store, 'journal', { match: { topicId: id }, order: { by: 'n' } }),
  ])
  // The journal tells what there is to look for: what was never done needs no look-up, and in WeChat's cloud each one counts.
  const was = (step: string) => journal.some(entry => entry.step === step)
  const [cards, motions, session, opinions, officers, others, parent, objections, ratings, comments, told] = await Promise.all([
    topicCards(store, [topic], actor, clock.now(), new Map([[id, facts.supports]])),
    was('put_motion') ? allRows(store, 'motions', { match: { topicId: id }, order: { by: 'opensAt' } }) : [],
    topic.sessionId ? own('sessions', topic.sessionId) : undefined,
    allRows(store, 'opinions', { match: { topicId: [id, ...topic.mergedIds] }, order: { by: 'at' } }),
    officersOf(store, org.id),
    store.getMany('topics', [...topic.mergedIds, ...(topic.partedIds ?? [])]),
    topic.parentId ? own('topics', topic.parentId) : undefined,
    was('object') ? allRows(store, 'objections', { match: { topicId: id }, order: { by: 'at' } }) : [],
    states[topic.state].rated ? allRows(store, 'ratings', { match: { topicId: id } }) : [],
    store.count('comments', { topicId: id }),
    mayAssign(actor) ? allRows(store, 'notices', { match: { topicId: id }, order: { by: 'at' } }) : [],
  ])
  const read = await readFor(
    context,
    { topic, facts, journal, officers },
    opinions.map(opinion => opinion.collectorId),
  )
  const around = { parent, merged: others.filter(other => topic.mergedIds.includes(other.id)), others }
  return { ...read, cards, motions, session, opinions, objections, ratings, comments, told, ...around }
}
export type Seen = Awaited<ReturnType<typeof lookUp>>

/** A topic merged into this one, or this one into it, as this reader may know it. */
export const named = ({ actor }: Pick<Seen, 'actor'>, other: Topic) => ({ id: other.id, title: titleFor(other, actor) })

export const nameOf = (people: ReadonlyMap<string, Person>, id: string): string => {
  const person = people.get(id)
  return person ? officeName(person) : ''
}

async function peopleNamed(store: Store, known: readonly Person[], ids: readonly (string | null)[]): Promise<Map<string, Person>> {
  const people = new Map(known.map(person => [person.id, person]))
  const others = [...new Set(ids.filter((id): id is string => id !== null && !people.has(id)))].slice(0, 1000)
  for (const person of await store.getMany('people', others)) people.set(person.id, person)
  return people
}
