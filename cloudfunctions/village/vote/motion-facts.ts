import { isMeeting, type Motion } from '@/domain/vote/motions'
import type { Context } from '../ground/handler'
import type { Own } from '../ground/own'

/** The part of a motion that a ballot is checked against. */
export type Facts = Pick<
  Motion,
  | 'id'
  | 'orgId'
  | 'topicId'
  | 'body'
  | 'form'
  | 'opensAt'
  | 'closesAt'
  | 'frozenAt'
  | 'method'
  | 'options'
  | 'channels'
  | 'meetingId'
  | 'amended'
  | 'openedAt'
>

/**
 * What never changes once a motion is open, kept by this process for each village: a thousand ballots read it once. Before that a granted
 * dispute may still amend its roll.
 */
const kept = new WeakMap<Own, Map<string, Facts>>()
const most = 500

export async function motionFacts({ own, clock }: Pick<Context, 'own' | 'clock'>, id: string): Promise<Facts | undefined> {
  const now = clock.now()
  const facts = kept.get(own) ?? new Map<string, Facts>()
  kept.set(own, facts)
  const known = facts.get(id)
  if (known) return known
  const motion = await own('motions', id)
  if (!motion) return undefined
  const fixed: Facts = motion
  // A meeting that its host has not opened yet may be open the next moment.
  if (now < motion.opensAt || (isMeeting(motion) && (motion.openedAt ?? null) === null)) return fixed
  if (facts.size >= most) facts.clear()
  facts.set(id, fixed)
  return fixed
}
