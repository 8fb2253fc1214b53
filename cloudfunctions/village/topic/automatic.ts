import type { Org } from '@/domain/village/org'
import { missing } from '@/domain/procedure/engine/engine'
import { stepNames, stepOf } from '@/domain/procedure/tracks/steps'
import type { Topic } from '@/domain/topic/topic'
import type { Ports } from '../../ports'
import { takeStep } from './take-step'
import { factsFor } from './facts'

const automatic = stepNames.filter(name => stepOf(name).auto === true)
/** States with a step that the server takes by itself: once its day has come, or once nothing it asks for is missing any more. */
export const watchedStates = [...new Set(automatic.flatMap(name => stepOf(name).from))]

/**
 * Takes the topic's automatic step, which no person takes, if all its guards hold now. Gives the topic as it then is; undefined where no
 * such step was ready.
 */
export async function takeAutomatic(ports: Ports, org: Org, topicId: string): Promise<Topic | undefined> {
  const topic = await ports.store.get('topics', topicId)
  const names = topic ? automatic.filter(name => stepOf(name).from.includes(topic.state)) : []
  if (!topic || names.length === 0) return undefined
  const facts = await factsFor(ports.store, ports.clock, org, topic)
  const ready = names.find(name => missing(stepOf(name), topic, facts).length === 0)
  if (!ready) return undefined
  const decision = await takeStep(ports, org, { topicId, rev: topic.rev, name: ready, acting: 'system', evidence: {} })
  return decision.ok ? decision.value.topic : undefined
}
