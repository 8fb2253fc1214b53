import { isSweepingHour } from '@/domain/retention'
import type { Ports } from '../ports'
import { applyRolls } from './apply-rolls'
import { clearClosed } from './clear-closed'
import { clearPictures } from './clear-pictures'
import { deliverNotices } from './deliver-notices'
import { lookAtAvatars } from './look-at-avatars'
import { pushMessages } from './push-messages'
import { setAlarms } from './set-alarms'
import { settleVotes } from './settle-votes'
import { sweepDrafts } from './sweep-drafts'
import { sweepPast } from './sweep-past'
import { takeDueSteps } from './take-due-steps'
import { uniteMerged } from './unite-merged'

/** What one sweep did; all noughts when there was nothing left to do. */
export interface TickReport {
  readonly settled: number
  readonly steps: number
  readonly messages: number
  /** How many went out by WeChat. */
  readonly pushed: number
}

/**
 * Everything time does. May run at any moment, twice at once, and be cut off anywhere: each piece of work is one commit whose key or
 * whose row forbids doing it again.
 */
export async function tick(ports: Ports, { budgetMs = Number.POSITIVE_INFINITY, alarmsAheadMs = 0 } = {}): Promise<TickReport> {
  const until = performance.now() + budgetMs
  const goOn = () => performance.now() < until
  const settled = await settleVotes(ports, goOn)
  const steps = await takeDueSteps(ports, goOn)
  await uniteMerged(ports, goOn)
  await applyRolls(ports, goOn)
  await clearClosed(ports, goOn)
  await lookAtAvatars(ports, goOn)
  if (isSweepingHour(ports.clock.now())) {
    await sweepPast(ports, goOn)
    await sweepDrafts(ports, goOn)
  }
  if (alarmsAheadMs > 0) await setAlarms(ports, alarmsAheadMs)
  const messages = await deliverNotices(ports, goOn)
  const pushed = await pushMessages(ports, goOn)
  // Last: where the storage does not answer, nobody has missed a notice for it.
  await clearPictures(ports, goOn)
  return { settled, steps, messages, pushed }
}
