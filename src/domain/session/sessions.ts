import { startOf, dayOf, earliestMeeting } from '../ground/calendar'
import { grant, refuse, type Decision } from '../ground/decision'
import { sha256Hex } from '../ground/journal'
import { has, type Person } from '../resident/people'

export type VenueMode = 'hall' | 'online' | 'both'
export const venueNames: Record<VenueMode, string> = { hall: '到会场', online: '线上', both: '会场和线上' }

export interface AgendaItem {
  readonly title: string
  readonly minutes: number
}

export interface Session {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly title: string
  readonly startsAt: number
  readonly endsAt: number
  readonly mode: VenueMode
  readonly place: string
  readonly meetingLink: string
  readonly meetingNumber: string
  readonly agenda: readonly AgendaItem[]
  readonly invitedGroups: readonly number[]
  readonly invitesMigrants: boolean
  /** Directly concerned people or households asked to come (TR-21); absent where nobody counted them. */
  readonly stakeholders?: number | undefined
  readonly hostId: string
  readonly recorderId: string
  /** Drawn by the server, shown to nobody: the hall's code comes from it. */
  readonly seed: string
  /** It will not be held: put off, or its topic withdrawn. */
  readonly calledOff: boolean
}

/** 「I will come」, and how. */
export interface SignUp {
  readonly id: string
  readonly orgId: string
  readonly sessionId: string
  readonly personId: string
  readonly how: 'hall' | 'online'
  readonly at: number
}
export interface Attendance {
  readonly id: string
  readonly orgId: string
  readonly sessionId: string
  readonly personId: string
  readonly how: 'hall' | 'online'
  readonly by: 'code' | 'recorder'
  readonly at: number
}
/** Wrong codes of one person, so that a code cannot be guessed. */
export interface CodeTries {
  readonly id: string
  readonly orgId: string
  readonly wrong: number
  readonly since: number
}

export const attendanceId = (sessionId: string, personId: string): string => `${sessionId}:${personId}`

const minute = 60_000
/** Materials reach people this many full days before (T04). */
export const materialDays = 3
/** The online comment window (T05): 7 days unless the moderator says otherwise, 3 at least, 30 at most. */
export const commentDays = { least: 3, usual: 7, most: 30 } as const
const codeLife = 5 * minute
const doorsOpen = 60 * minute
const wrongAtMost = 8

export type ScheduleRefusal =
  | 'notice-too-short'
  | 'session-too-long'
  | 'place-missing'
  | 'meeting-link-missing'
  | 'host-is-recorder'
  | 'migrants-not-invited'
  | 'comment-window-malformed'

export interface ScheduleFacts {
  readonly affectsMigrants: boolean
  readonly commentsUntil: number
  readonly now: number
}

/**
 * A session people can reach and prepare for. S2: the host does not write the record; migrants are in the room when it touches them
 * (TR-20).
 */
export function scheduleSession(session: Session, facts: ScheduleFacts): Decision<Session, ScheduleRefusal> {
  const day = 24 * 60 * minute
  if (session.startsAt < startOf(earliestMeeting(dayOf(facts.now), materialDays))) return refuse('notice-too-short')
  if (session.endsAt <= session.startsAt || session.endsAt - session.startsAt > 12 * 60 * minute) return refuse('session-too-long')
  if (session.mode !== 'online' && session.place.trim() === '') return refuse('place-missing')
  if (session.mode !== 'hall' && session.meetingLink.trim() === '' && session.meetingNumber.trim() === '')
    return refuse('meeting-link-missing')
  if (session.hostId === session.recorderId) return refuse('host-is-recorder')
  if (facts.affectsMigrants && !session.invitesMigrants) return refuse('migrants-not-invited')
  if (facts.commentsUntil < facts.now + commentDays.least * day || facts.commentsUntil > facts.now + commentDays.most * day)
    return refuse('comment-window-malformed')
  return grant(session)
}

const codeIn = (seed: string, window: number) =>
  String(Number.parseInt(sha256Hex(`hall:${seed}:${window}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0')

/** The six digits on the hall's screen; new ones every five minutes. */
export const hallCode = (seed: string, now: number): string => codeIn(seed, Math.floor(now / codeLife))
export const codeChangesAt = (now: number): number => (Math.floor(now / codeLife) + 1) * codeLife

/** From an hour before to an hour after people may check in. */
export function doors(
  session: Pick<Session, 'startsAt' | 'endsAt' | 'calledOff'>,
  now: number,
): 'called-off' | 'not-yet' | 'open' | 'over' {
  if (session.calledOff) return 'called-off'
  if (now < session.startsAt - doorsOpen) return 'not-yet'
  return now > session.endsAt + doorsOpen ? 'over' : 'open'
}
const shut = { 'not-yet': 'doors-not-open', over: 'session-over', 'called-off': 'session-called-off' } as const

/** Why nobody can come in now; null while the doors stand open. */
export function doorsShut(session: Session, now: number): (typeof shut)[keyof typeof shut] | null {
  const at = doors(session, now)
  return at === 'open' ? null : shut[at]
}

/** Who stands at the hall's screen and its door list. */
export const runsHall = (person: Person | null): boolean => person !== null && has(person, 'moderator', 'recorder')

export type CheckInRefusal = (typeof shut)[keyof typeof shut] | 'wrong-code' | 'too-many-tries'

/** A person at the door with the digits from the screen. The code before the last still holds: elders type slowly. */
export function checkIn(session: Session, code: string, wrongSoFar: number, now: number): Decision<'present', CheckInRefusal> {
  const refusal = doorsShut(session, now)
  if (refusal) return refuse(refusal)
  if (wrongSoFar >= wrongAtMost) return refuse('too-many-tries')
  const window = Math.floor(now / codeLife)
  return code === codeIn(session.seed, window) || code === codeIn(session.seed, window - 1) ? grant('present') : refuse('wrong-code')
}
