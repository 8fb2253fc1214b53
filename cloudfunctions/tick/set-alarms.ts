import { settling } from '@/domain/vote/count/settle'
import type { Ports } from '../ports'
import { watchedStates } from '../village/topic/automatic'
import { allRows } from '../village/ground/all-rows'

/**
 * Has tick called again at the very instant each deadline of the coming time falls, so that a vote closes on its minute though the timer
 * comes seldom. An alarm that is lost costs minutes, not the deadline: the timer's next sweep finds what is due.
 */
export async function setAlarms({ store, clock, alarm }: Ports, aheadMs: number): Promise<number> {
  const now = clock.now()
  const ahead = { from: now + 1, until: now + aheadMs }
  const [motions, topics] = await Promise.all([
    allRows(store, 'motions', { match: { settledAt: null }, order: { by: 'closesAt' }, ...ahead }),
    allRows(store, 'topics', { match: { state: watchedStates }, order: { by: 'dueAt' }, ...ahead }),
  ])
  const instants = new Set([...motions.map(motion => motion.closesAt + settling), ...topics.flatMap(topic => topic.dueAt ?? [])])
  for (const instant of instants) await alarm.wake(instant)
  return instants.size
}
