import { isMeeting, type Motion } from '@/domain/vote/motions'
import type { Store } from '../../ports'

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
 * What never changes once a motion is open, kept by this process: a thousand ballots read it once. Before that a granted dispute may still
 * amend its roll.
 */
const kept = new WeakMap<Store, Map<string, Facts>>()
const most = 500

export async function motionFacts(store: Store, id: string, now: number): Promise<Facts | undefined> {
  const facts = kept.get(store) ?? new Map<string, Facts>()
  kept.set(store, facts)
  const known = facts.get(id)
  if (known) return known
  const motion = await store.get('motions', id)
  if (!motion) return undefined
  const fixed: Facts = motion
  // A meeting that its host has not opened yet may be open the next moment.
  if (now < motion.opensAt || (isMeeting(motion) && (motion.openedAt ?? null) === null)) return fixed
  if (facts.size >= most) facts.clear()
  facts.set(id, fixed)
  return fixed
}
