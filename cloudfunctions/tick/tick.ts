import { isSweepingHour } from '@/domain/resident/retention'
import type { Ports } from '../ports'
import type { OwnSweep } from '../tables'
import { applyRolls } from '../village/roll/apply-rolls'
import { clearClosed } from '../village/resident/clear-closed'
import { clearPictures } from '../village/moderation/clear-pictures'
import { deliverNotices } from '../village/notice/deliver-notices'
import { lookAtAvatars } from '../village/moderation/look-at-avatars'
import { pushMessages } from '../village/notice/push-messages'
import { setAlarms } from './set-alarms'
import { settleVotes } from '../village/vote/settle-votes'
import { sweepDrafts } from '../village/topic/sweep-drafts'
import { sweepPast } from '../village/resident/sweep-past'
import { takeDueSteps } from '../village/topic/take-due-steps'
import { uniteMerged } from '../village/topic/unite-merged'

/** How much one sweep did; all noughts mean that nothing is left to do, and whoever sweeps in a loop stops. */
export interface TickReport {
  readonly settled: number
  readonly steps: number
  readonly messages: number
  /** How many went out by WeChat. */
  readonly pushed: number
}

/** The sweeps that rows of `tables.ts` name as their own; a name without its sweep here does not compile. */
const ownSweeps: Record<OwnSweep, (ports: Ports, goOn: () => boolean) => Promise<void>> = { sweepDrafts }

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
    for (const sweep of Object.values(ownSweeps)) await sweep(ports, goOn)
  }
  if (alarmsAheadMs > 0) await setAlarms(ports, alarmsAheadMs)
  const messages = await deliverNotices(ports, goOn)
  const pushed = await pushMessages(ports, goOn)
  // Last on purpose: where the file storage does not answer and this fails, all notices have gone out already.
  await clearPictures(ports, goOn)
  return { settled, steps, messages, pushed }
}
