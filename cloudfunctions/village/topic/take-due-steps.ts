import type { Ports } from '../../ports'
import { takeAutomatic, watchedStates } from './automatic'
import { eachRow } from '../ground/all-rows'

/**
 * Takes the automatic steps whose day has come: the end of a posting, of a term. An automatic step that waits for people is taken when they
 * act.
 */
export async function takeDueSteps(ports: Ports, goOn: () => boolean): Promise<number> {
  let taken = 0
  for await (const topic of eachRow(ports.store, 'topics', {
    match: { state: watchedStates },
    order: { by: 'dueAt' },
    until: ports.clock.now(),
  })) {
    if (!goOn()) return taken
    const org = await ports.store.get('orgs', topic.orgId)
    if (org && (await takeAutomatic(ports, org, topic.id))) taken += 1
  }
  return taken
}
