import { createHash, timingSafeEqual } from 'node:crypto'
import type { Alarm, Clock } from '../../ports'
import type { CloudTasks } from './database'

const soonest = 6,
  latest = 30 * 86_400

/**
 * Delayed calls of function `tick`. What SOURCE such a call shows is not documented, and any client may call any function by its name, so
 * it carries a word that only the environment knows (`ALARM_KEY`); without that word no alarm is set, and the timer alone does the work.
 */
export function wechatAlarm(tasks: CloudTasks, env: () => string | undefined, clock: Clock, key: string): Alarm {
  return {
    async wake(at) {
      const seconds = Math.min(latest, Math.max(soonest, Math.ceil((at - clock.now()) / 1000)))
      try {
        if (key !== '')
          await tasks.addDelayedFunctionTask({ env: env(), functionName: 'tick', delayTime: seconds, data: JSON.stringify({ alarm: key }) })
      } catch {
        // The timer's next sweep finds what is due.
      }
    },
  }
}

/** Whether a call of tick is one of our alarms. */
export function isAlarm(event: unknown, key: string): boolean {
  const said = typeof event === 'object' && event !== null && 'alarm' in event ? event.alarm : null
  return key !== '' && typeof said === 'string' && timingSafeEqual(digest(said), digest(key))
}
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
