import { askable, isGathering, mayBegin, maySign, standings, wants } from '@/domain/topic/joint-petition'
import type { Heads } from '@/domain/topic/petition-rows'
import type { Person } from '@/domain/resident/people'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'

/** How many have signed, of each kind. */
export async function signedSoFar(store: Store, petitionId: string): Promise<Heads> {
  const [person, representative, household] = await Promise.all([
    store.count('signatures', { petitionId, person: true }),
    store.count('signatures', { petitionId, representative: true }),
    store.count('signatures', { petitionId, household: true }),
  ])
  return { person, representative, household }
}

const units = { person: '村（居）民', representative: '代表', household: '户代表' } as const

/**
 * What the topic's page says of a petition, in a line that leads to it; null where there is none and none may begin. Counted only while
 * names are gathered.
 */
export async function petitionLine(
  store: Store,
  topic: Topic,
  viewer: Person | null,
  now: number,
): Promise<{ readonly title: string; readonly line: string } | null> {
  const { petition } = topic
  if (petition && isGathering(topic, now)) {
    const counts = standings(topic, petition, await signedSoFar(store, petition.id)).map(
      ({ unit, signed, needs }) => `${units[unit]}签了 ${signed}，够 ${needs} 就算`,
    )
    return { title: `我也签名：要求${wants(topic, petition.asks)}`, line: counts.join('；') }
  }
  if (petition?.reachedAt != null) return { title: `联名够了：要求${wants(topic, petition.asks)}`, line: petition.explain }
  return viewer !== null && mayBegin(topic, now) && askable(topic, now).some(one => maySign(topic, one, viewer, now))
    ? { title: '发起联名', line: '联名够了，就应当开会或者重新审定' }
    : null
}
