import { isMeeting, type Motion } from '@/domain/motions'
import type { Store } from '../../ports'

/** The part of a motion that a ballot is checked against. */
export type Facts = Pick<Motion, 'id' | 'orgId' | 'topicId' | 'body' | 'form' | 'opensAt' | 'closesAt' | 'frozenAt' | 'method' | 'options' | 'channels' | 'meetingId' | 'openedAt'>

/** What never changes once a motion is put, kept by this process: a thousand ballots read it once. */
const kept = new WeakMap<Store, Map<string, Facts>>()
const most = 500

export async function motionFacts(store: Store, id: string): Promise<Facts | undefined> {
  const facts = kept.get(store) ?? new Map<string, Facts>()
  kept.set(store, facts)
  const known = facts.get(id)
  if (known) return known
  const motion = await store.get('motions', id)
  if (!motion) return undefined
  // A meeting that its host has not opened yet may be open the next moment.
  if (isMeeting(motion) && (motion.openedAt ?? null) === null) return motion
  if (facts.size >= most) facts.clear()
  const { orgId, topicId, body, form, opensAt, closesAt, frozenAt, method, options, channels, meetingId, openedAt } = motion
  const fixed: Facts = {
    id, orgId, topicId, body, form, opensAt, closesAt, frozenAt,
    ...(method === undefined ? {} : { method }), ...(options === undefined ? {} : { options }), ...(channels === undefined ? {} : { channels }), ...(meetingId === undefined ? {} : { meetingId }), ...(openedAt === undefined ? {} : { openedAt }),
  }
  facts.set(id, fixed)
  return fixed
}
