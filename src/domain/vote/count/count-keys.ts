import { bodyNames } from '../../law/names'
import { grant, refuse, type Decision } from '../../ground/decision'
import { isFree, isHost, mayConfirmCount } from '../meeting/hall-duties'
import { isMeeting, type Motion } from '../motions'
import { has, type Person } from '../../resident/people'
import { settling } from './settle'
import type { Topic } from '../../topic/topic'

type Keyed = Pick<Motion, 'body' | 'form' | 'channels'>

/**
 * A secret vote by phones alone is counted once two have turned their keys after its close: who runs the hall, and a supervisor (procedures
 * §6.3). Of a meeting the sealed count and its confirmation are these keys; a mere poll decides nothing, and the clock counts it.
 */
export const needsKeys = (motion: Keyed): boolean => motion.form === 'secret' && !isMeeting(motion) && bodyNames[motion.body].views !== true

/** Whether nobody's key is wanted any more. */
export const keysTurned = (motion: Keyed & Pick<Motion, 'keys'>): boolean =>
  !needsKeys(motion) || (motion.keys?.host !== undefined && motion.keys.supervisor !== undefined)

export type CountKey = keyof NonNullable<Motion['keys']>
export type KeyRefusal = 'no-keys-needed' | 'vote-still-open' | 'not-your-role' | 'conflict-declared' | 'key-turned'

/**
 * Which key this person turns now, from a minute after the close on; one that is turned already is theirs again, so that a retry is no
 * second key. Nobody turns both, and who proposed the matter or has an interest in it turns none (S3).
 */
export function keyFor(motion: Motion, topic: Topic, person: Person, now: number): Decision<CountKey, KeyRefusal> {
  if (!needsKeys(motion)) return refuse('no-keys-needed')
  const { keys = {} } = motion
  if (keys.host === person.id) return grant('host')
  if (keys.supervisor === person.id) return grant('supervisor')
  const offices: readonly CountKey[] = [
    ...(isHost(topic, person) || has(person, 'recorder') ? (['host'] as const) : []),
    ...(mayConfirmCount(motion, topic, person) || has(person, 'supervisor', 'collective_supervisor') ? (['supervisor'] as const) : []),
  ]
  if (offices.length === 0) return refuse('not-your-role')
  if (!isFree(topic, person.id)) return refuse('conflict-declared')
  if (now < motion.closesAt + settling) return refuse('vote-still-open')
  const free = offices.find(key => keys[key] === undefined)
  return free ? grant(free) : refuse('key-turned')
}
