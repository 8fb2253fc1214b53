import { has, type Person } from '@/domain/resident/people'
import type { Session } from '@/domain/session/sessions'

const hour = 3_600_000

/** An hour before to an hour after: when people may check in. */
export const doors = (session: Session, now: number) => {
  if (session.calledOff) return 'called-off'
  if (now < session.startsAt - hour) return 'not-yet'
  return now > session.endsAt + hour ? 'over' : 'open'
}

/** Who stands at the hall's screen and its door list. */
export const runsHall = (person: Person | null): boolean => person !== null && has(person, 'moderator', 'recorder')
