import { cameBy, cameByAlarm, cloudPorts } from '../adapters/wechat/ports'
import { tick } from './tick'

const ports = cloudPorts()
const budgetMs = 15_000
/** A little more than the timer's half hour, so that no deadline falls between two sweeps. */
const alarmsAheadMs = 35 * 60_000

/**
 * Function 2: everything time does, at the timer's call, at an alarm's, and at nobody else's. It ends by itself before the function's time
 * limit; the next call goes on.
 */
export const main = async (event: unknown) => {
  if (cameBy('wx_trigger')) return tick(ports, { budgetMs, alarmsAheadMs })
  return cameByAlarm(event) ? tick(ports, { budgetMs }) : { ok: false, refusal: 'not-the-timer' }
}
