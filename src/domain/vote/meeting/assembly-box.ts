import { dayOf } from '../../ground/calendar'
import { isMeeting, type Motion } from '../motions'
import type { Topic } from '../../topic/topic'

/**
 * Whether the meeting that was noticed may be given its ballot box now: once, before it is opened, or anew while a count that was void is
 * voted again.
 */
export const takesBox = ({
  state,
  noticedAt,
  openMotions,
  counted,
}: Pick<Topic, 'state' | 'noticedAt' | 'openMotions' | 'counted'>): boolean =>
  (noticedAt ?? null) !== null &&
  openMotions === 0 &&
  (counted ?? null) === null &&
  (state === 'noticing' || state === 'assembly_open' || state === 'voting')

export type BoxRefusal = 'not-a-meeting' | 'not-as-noticed' | 'attendance-lawful'

/**
 * Why this vote is not the one the notice called: body, day, N and who counts are the notice's, people check in, and who is far away votes
 * only where it counts. Null where it is.
 */
export function unlikeTheNotice(
  { state, dossier }: Pick<Topic, 'state' | 'dossier'>,
  vote: Pick<Motion, 'body' | 'channels' | 'rollSize' | 'opensAt' | 'method' | 'tellerIds' | 'scrutineerId' | 'byLaw'>,
): BoxRefusal | null {
  if (!isMeeting(vote)) return 'not-a-meeting'
  const { body, meetingDay, rollSize, teller, scrutineer } = dossier
  // A vote held again is held while the meeting lasts, however late.
  const thatDay = state === 'voting' || dayOf(vote.opensAt) === meetingDay
  if (
    vote.body !== body ||
    !thatDay ||
    vote.rollSize !== rollSize ||
    vote.method !== undefined ||
    vote.scrutineerId !== scrutineer ||
    !vote.tellerIds?.includes(String(teller))
  )
    return 'not-as-noticed'
  return vote.byLaw === null ? 'attendance-lawful' : null
}
