import type { Motion } from '../motions'
import { has, type Person } from '../../resident/people'
import { isAuthor, type Topic } from '../../topic/topic'

type Named = Pick<Motion, 'tellerIds' | 'scrutineerId'>
type Concerned = Pick<Topic, 'authorId' | 'coAuthorIds' | 'recusedIds'>

/** Who proposed the matter or declared an interest in it neither counts nor watches the count (procedures §5.1 S3). */
export const isFree = (topic: Concerned, personId: string): boolean =>
  !isAuthor(topic, personId) && !(topic.recusedIds ?? []).includes(personId)

export const isTeller = ({ tellerIds = [] }: Named, topic: Concerned, person: Person): boolean =>
  tellerIds.includes(person.id) && isFree(topic, person.id)

/** At the door: who runs the hall, and the tellers. */
export const keepsTheDoor = (motion: Named, topic: Concerned, person: Person): boolean =>
  has(person, 'moderator', 'recorder') || isTeller(motion, topic, person)

/** Who may open the vote (TR-52). */
export const isHost = (topic: Concerned, person: Person): boolean =>
  has(person, 'moderator', 'committee', 'collective_board') && !(topic.recusedIds ?? []).includes(person.id)

const watches = (person: Person): boolean => has(person, 'supervisor', 'collective_supervisor')

/**
 * Who may turn the key on the count: the scrutineer named at notice; where that one cannot come, any other supervisor. Never a teller, the
 * proposer, or who has an interest.
 */
export const mayConfirmCount = (motion: Named, topic: Concerned, person: Person): boolean =>
  (person.id === motion.scrutineerId || watches(person)) && !(motion.tellerIds ?? []).includes(person.id) && isFree(topic, person.id)

export const seesTheHall = (motion: Named, topic: Concerned, person: Person): boolean =>
  keepsTheDoor(motion, topic, person) ||
  has(person, 'committee', 'collective_board') ||
  person.id === motion.scrutineerId ||
  watches(person)

/**
 * What is wrong with who was named for a meeting; null where they may serve: two tellers at least, and a supervisor who is none of them.
 */
export function countersRefusal(
  tellers: readonly Person[],
  scrutineer: Person | undefined,
  topic: Concerned,
): 'evidence-missing' | 'counters-free' | null {
  if (tellers.length < 2 || !scrutineer) return 'evidence-missing'
  const all = [...tellers, scrutineer]
  return new Set(all.map(({ id }) => id)).size === all.length && watches(scrutineer) && all.every(({ id }) => isFree(topic, id))
    ? null
    : 'counters-free'
}
