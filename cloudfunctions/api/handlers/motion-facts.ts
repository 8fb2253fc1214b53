import type { Motion } from '@/domain/motions'
import type { Store } from '../../ports'

/** The part of a motion that a ballot is checked against. */
export type Facts = Pick<Motion, 'id' | 'orgId' | 'topicId' | 'body' | 'form' | 'opensAt' | 'closesAt' | 'frozenAt' | 'method' | 'options' | 'channels' | 'meetingId' | 'amended'>

/** What never changes once a motion is open, kept by this process: a thousand ballots read it once. Before that a granted dispute may still amend its roll. */
const kept = new WeakMap<Store, Map<string, Facts>>()
const most = 500

export async function motionFacts(store: Store, id: string, now: number): Promise<Facts | undefined> {
  const facts = kept.get(store) ?? new Map<string, Facts>()
  kept.set(store, facts)
  const known = facts.get(id)
  if (known) return known
  const motion = await store.get('motions', id)
  if (!motion) return undefined
  if (facts.size >= most) facts.clear()
  const fixed: Facts = motion
  if (now < motion.opensAt) return fixed
  facts.set(id, fixed)
  return fixed
}
