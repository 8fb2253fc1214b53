import type { Org } from '@/domain/village/org'
import { missing } from '@/domain/procedure/engine/engine'
import { stepNames, stepOf } from '@/domain/procedure/tracks/steps'
import type { Topic } from '@/domain/topic/topic'
import type { Ports } from '../../ports'
import { takeStep } from './take-step'
import { factsFor } from './facts'

const automatic = stepNames.filter(name => stepOf(name).auto === true)
/** States that time, or the last thing missing, can end. */
export const watchedStates = [...new Set(automatic.flatMap(name => stepOf(name).from))]

/** Takes the step that nobody need take, if it is ready now. The topic as it then is; undefined where nothing was ready. */
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
