import { grant, refuse, type Decision } from '@/domain/ground/decision'
import type { Org } from '@/domain/village/org'
import { has, type Person } from '@/domain/resident/people'
import { affected } from '@/domain/procedure/engine/effects'
import { advance, countersign, type Acting, type Advance, type AdvanceRefusal } from '@/domain/procedure/engine/engine'
import type { EvidenceValue } from '@/domain/procedure/evidence'
import { fieldOf } from '@/domain/procedure/fields'
import { isOpenToAll } from '@/domain/procedure/states'
import { stepOf, type StepName } from '@/domain/procedure/tracks/steps'
import { isAuthor, type Topic } from '@/domain/topic/topic'
import { mayRead } from '@/domain/topic/visibility'
import type { Ports, Tx } from '../../ports'
import { factsFor } from './facts'
import { noticesOf } from '../ground/notice-rows'
import { bringAbout, followUp } from './row-effects'
import { ownOf } from '../ground/own'

/**
 * Whether there is such a topic for this reader: what is not yet open is seen by its authors and by the village's committees. To others it
 * does not exist.
 */
export const maySee = (topic: Topic, viewer: Person | null): boolean =>
  isOpenToAll(topic.state) || mayRead('draft', viewer, 'redacted', { own: viewer !== null && isAuthor(topic, viewer.id) })

export type StepRefusal = AdvanceRefusal | 'no-such-topic' | 'changed-meanwhile' | 'no-such-person' | 'no-such-photo'

export interface Move {
  readonly topicId: string
  /** The version its taker saw; time takes whatever version there is. */
  readonly rev?: number
  readonly acting: Acting
  /** Further changes that belong to the same step, in the same commit. */
  readonly alter?: (topic: Topic) => Topic
  readonly also?: (tx: Tx, done: Advance) => Promise<void>
}

interface StepMove extends Move {
  readonly name: StepName
  readonly evidence: Readonly<Record<string, EvidenceValue>>
  readonly changed?: boolean
}

/** Takes a step of the table: the topic, its journal entry and the notices it causes, in one commit or not at all. */
export async function takeStep(ports: Ports, org: Org, moving: StepMove): Promise<Decision<Advance, StepRefusal>> {
  const { store, clock, isRestDay } = ports
  const seen = await ownOf(store, org.id)('topics', moving.topicId)
  if (!seen || (moving.acting !== 'system' && !maySee(seen, moving.acting))) return refuse('no-such-topic')
  const named = await checkNamed(ports, org, moving)
  if (named) return refuse(named)
  const parentId = typeof moving.evidence.parent === 'string' ? { parentId: moving.evidence.parent } : {}
  const facts = await factsFor(store, clock, org, seen, { ...parentId, changed: moving.changed ?? false })
  return inOneCommit(ports, moving, topic =>
    advance({ topic, name: moving.name, acting: moving.acting, evidence: moving.evidence, facts, isRestDay }),
  )
}

/** Turns, or refuses, the second key of the step that waits. */
export async function turnSecondKey(
  ports: Ports,
  org: Org,
  moving: Move & { readonly acting: Person; readonly agrees: boolean; readonly note: string },
): Promise<Decision<Advance, StepRefusal>> {
  const { store, clock, isRestDay } = ports
  const seen = await ownOf(store, org.id)('topics', moving.topicId)
  if (!seen || !maySee(seen, moving.acting)) return refuse('no-such-topic')
  const facts = await factsFor(store, clock, org, seen)
  return inOneCommit(ports, moving, topic =>
    countersign({ topic, acting: moving.acting, facts, isRestDay, agrees: moving.agrees, note: moving.note }),
  )
}

async function inOneCommit(
  ports: Ports,
  moving: Move,
  rule: (topic: Topic) => Decision<Advance, AdvanceRefusal>,
): Promise<Decision<Advance, StepRefusal>> {
  const decided = await ports.store.commit(async tx => {
    const topic = await tx.get('topics', moving.topicId)
    if (!topic) return refuse('no-such-topic')
    if (moving.rev !== undefined && moving.rev !== topic.rev) return refuse('changed-meanwhile')
    const decision = rule(topic)
    if (!decision.ok) return decision
    const { entry, taken, step } = decision.value
    const effected = taken
      ? affected(decision.value.topic, entry.step as StepName, topic.state, entry.evidence, entry.byId)
      : decision.value.topic
    const altered = moving.alter?.(effected) ?? effected
    const next = taken ? await bringAbout(tx, step, { before: topic, after: altered, at: entry.at }) : altered
    const done = { ...decision.value, topic: next }
    await tx.put('topics', next)
    await tx.insert('journal', entry)
    if (taken) for (const notice of noticesOf(step, next, entry.evidence, entry.at)) await tx.insert('notices', notice)
    await moving.also?.(tx, done)
    return grant(done)
  })
  if (decided.ok && decided.value.taken) await followUp(ports.store, decided.value.step, decided.value.topic)
  return decided
}

/** Persons and photographs named in evidence are what they claim to be. */
async function checkNamed(ports: Ports, org: Org, moving: StepMove): Promise<'no-such-person' | 'no-such-photo' | null> {
  const step = stepOf(moving.name)
  for (const name of [...step.asks, ...(step.mayAsk ?? [])]) {
    const field = fieldOf(name)
    const value = moving.evidence[name]
    if (value === undefined) continue
    if (field.kind === 'person' && !(await isPerson(ports, org, field.roles, value))) return 'no-such-person'
    if (field.kind === 'photos' && !(await arePhotos(ports, moving.acting, value))) return 'no-such-photo'
  }
  return null
}

async function isPerson(ports: Ports, org: Org, roles: Person['roles'], value: EvidenceValue): Promise<boolean> {
  const person = typeof value === 'string' ? await ownOf(ports.store, org.id)('people', value) : undefined
  return person !== undefined && has(person, ...roles)
}

async function arePhotos(ports: Ports, acting: Acting, value: EvidenceValue): Promise<boolean> {
  if (!Array.isArray(value)) return true // the field's own check refuses it in its words
  const photos = await ports.store.getMany('photos', value)
  return (
    acting !== 'system' &&
    photos.length === new Set(value).size &&
    photos.every(photo => photo.ownerId === acting.id && photo.use === undefined)
  )
}
