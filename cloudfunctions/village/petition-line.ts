import { asked, isGathering, mayBegin, askable, maySign, standings, type Heads } from '@/domain/joint-petition'
import type { Person } from '@/domain/people'
import type { Topic } from '@/domain/topic'
import type { Store } from '../ports'

/** How many have signed, of each kind. */
export async function signedSoFar(store: Store, petitionId: string): Promise<Heads> {
  const [person, representative, household] = await Promise.all([
    store.count('signatures', { petitionId, person: true }), store.count('signatures', { petitionId, representative: true }), store.count('signatures', { petitionId, household: true }),
  ])
  return { person, representative, household }
}

/** What the topic's page says of a petition, in a line that leads to it; null where there is none and none may begin. Counted only while names are gathered. */
export async function petitionLine(store: Store, topic: Topic, viewer: Person | null, now: number): Promise<{ readonly title: string; readonly line: string } | null> {
  const { petition } = topic
  if (petition && isGathering(topic, now)) {
    const counts = standings(topic, petition, await signedSoFar(store, petition.id)).map(({ label, signed, needs }) => `${label}：${signed} / ${needs}`)
    return { title: `我也签名：要求${asked[petition.asks]}`, line: counts.join('；') }
  }
  if (petition?.reachedAt != null) return { title: `联名够了：要求${asked[petition.asks]}`, line: petition.explain }
  return viewer !== null && mayBegin(topic, now) && askable(topic, now).some(one => maySign(topic, one, viewer, now)) ? { title: '发起联名', line: '联名够了，就应当开会或者重新审定' } : null
}
