import { earliestMeeting, type Day } from '../calendar'
import { grant, refuse, type Decision } from '../decision'
import type { Notice } from './rule'

/** Why a meeting cannot wait, and who answers for it. */
export interface Urgency {
  readonly reason: string
  readonly signedByParty: boolean
  readonly signedBySupervisor: boolean
}

/** The first is E_NOTICE_TOO_SHORT of the procedure's source. */
export type NoticeRefusal = 'notice-too-short' | 'urgency-not-lawful' | 'urgency-without-reason' | 'urgency-not-signed'

/** Whether a meeting may be held on this day after that notice. Urgency shortens it only where the law says so, with a reason and both signatures (D6). */
export function checkNotice({ days, floor, urgent }: Notice, noticed: Day, meeting: Day, urgency: Urgency | null = null): Decision<Day, NoticeRefusal> {
  if (meeting >= earliestMeeting(noticed, Math.max(days, floor))) return grant(meeting)
  if (urgency === null || meeting < noticed) return refuse('notice-too-short')
  if (!urgent) return refuse('urgency-not-lawful')
  if (urgency.reason.trim() === '') return refuse('urgency-without-reason')
  return urgency.signedByParty && urgency.signedBySupervisor ? grant(meeting) : refuse('urgency-not-signed')
}
