import { stepNames, stepOf, type StepName } from '@/domain/procedure/tracks'
import { missing } from '@/domain/procedure/engine'
import type { State } from '@/domain/procedure/states'
import type { Topic } from '@/domain/topic'
import type { Ports } from '../ports'
import { carryOut } from '../village/carry-out'
import { everything } from '../village/everything'
import { factsFor } from '../village/facts'

const automatic = stepNames.filter(name => stepOf(name).auto === true)
const watched = [...new Set(automatic.flatMap(name => stepOf(name).from))]

/** Takes every step of the table that is time's to take and whose guards hold: enough support, a posting at its end, a term run out. */
export async function takeDueSteps(ports: Ports): Promise<number> {
  let taken = 0
  for (const state of watched) for await (const topic of everything(ports.store, 'topics', { match: { state }, order: { by: 'enteredAt' } })) {
    if (await takeFirst(ports, topic, automatic.filter(name => stepOf(name).from.includes(state as State)))) taken += 1
  }
  return taken
}

async function takeFirst(ports: Ports, topic: Topic, names: readonly StepName[]): Promise<boolean> {
  const org = await ports.store.get('orgs', topic.orgId)
  if (!org) return false
  const facts = await factsFor(ports.store, ports.clock, org, topic)
  const ready = names.find(name => missing(stepOf(name), topic, facts).length === 0)
  if (!ready) return false
  const decision = await carryOut(ports, org, { topicId: topic.id, rev: topic.rev, name: ready, acting: 'system', evidence: {} })
  return decision.ok
}
