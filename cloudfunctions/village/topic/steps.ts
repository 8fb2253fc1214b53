import { grant, refuse } from '@/domain/ground/decision'
import { openSteps } from '@/domain/procedure/engine/engine'
import { checkEvidence, type Evidence, type EvidenceValue } from '@/domain/procedure/evidence'
import { isStepName, stepOf, type StepName } from '@/domain/procedure/tracks/steps'
import { tried } from '@/domain/procedure/engine/trying'
import { checkText } from '@/domain/ground/text'
import { takeStep, turnSecondKey, maySee } from './take-step'
import { factsFor } from './facts'
import { takeAutomatic } from './automatic'
import type { Handler } from '../ground/handler'
import { judgeWords, lookAfterwards } from '../ground/officers-words'
import { officersOf } from '../ground/officers'

export const step: Handler<'topic.step'> = async ({ id, rev, step: name, evidence }, context) => {
  const { org, actor } = context
  if (!isStepName(name) || stepOf(name).via !== undefined) return refuse('no-such-step')
  const said = Object.values(evidence)
    .filter(value => typeof value === 'string')
    .join('\n')
  const verdict = await judgeWords(context, said)
  if (verdict === 'risky') return refuse('content-risky')
  const also = lookAfterwards(context, verdict, said)
  const decision = await takeStep(context, org, { topicId: id, rev, name, acting: actor, evidence, also })
  if (!decision.ok) return decision
  const { topic, taken } = decision.value
  // This step may have been the last thing an automatic step waited for: that one is then taken at once, not at the next sweep.
  const onward = await takeAutomatic(context, org, topic.id)
  return grant({ taken, state: onward?.state ?? topic.state })
}

/** The fields filled in so far whose values pass their own check; what is wrong with the others the form says. */
const readable = (name: StepName, evidence: Readonly<Record<string, EvidenceValue>>): Evidence =>
  Object.assign(
    {},
    ...[...stepOf(name).asks, ...(stepOf(name).mayAsk ?? [])].map(field => {
      const value = evidence[field]
      const checked = value === undefined ? null : checkEvidence([], [field], { [field]: value })
      return checked?.ok ? checked.value : {}
    }),
  ) as Evidence

export const tryStep: Handler<'topic.tryStep'> = async ({ id, step: name, evidence }, { store, own, clock, org, actor }) => {
  if (!isStepName(name) || stepOf(name).via !== undefined) return refuse('no-such-step')
  const topic = await own('topics', id)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  const parentId = typeof evidence.parent === 'string' && evidence.parent !== '' ? { parentId: evidence.parent } : {}
  const facts = await factsFor(store, clock, org, topic, parentId)
  if (!openSteps(topic, actor, facts).includes(name)) return refuse('step-not-open')
  const { missing, judged, against, becomes } = tried(name, topic, facts, readable(name, evidence))
  return grant({ missing: [...missing], judged: [...judged], against, becomes })
}

export const confirmStep: Handler<'topic.confirm'> = async ({ id, rev, agrees, note }, context) => {
  const checked = note.trim() === '' && agrees ? grant('') : checkText(note, 500)
  if (!checked.ok) return checked
  const verdict = await judgeWords(context, checked.value)
  if (verdict === 'risky') return refuse('content-risky')
  const decision = await turnSecondKey(context, context.org, {
    topicId: id,
    rev,
    acting: context.actor,
    agrees,
    note: checked.value,
    also: lookAfterwards(context, verdict, checked.value),
  })
  return decision.ok ? grant({ taken: decision.value.taken, state: decision.value.topic.state }) : decision
}

export const inOffice: Handler<'people.inOffice'> = async (_, { store, org, actor }) => {
  const people = await officersOf(store, org.id)
  return grant({ people: people.map(({ id, name, roles }) => ({ id, name, roles: [...roles] })) })
}
