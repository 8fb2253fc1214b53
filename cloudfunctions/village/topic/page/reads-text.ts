import type { JournalEntry } from '@/domain/ground/journal'
import { isOpenToAll } from '@/domain/procedure/states'
import type { Person } from '@/domain/resident/people'
import { isAuthor, type Topic } from '@/domain/topic/topic'
import { mayRead } from '@/domain/topic/visibility'

/**
 * Words that were never taken in did not become the village's by being refused: who represents it, and who wrote them, read them
 * (procedures TR-05, TR-08).
 */
export function mayReadText(topic: Topic, journal: readonly JournalEntry[], viewer: Person | null): boolean {
  const own = viewer !== null && isAuthor(topic, viewer.id)
  if (!isOpenToAll(topic.state)) return mayRead('draft', viewer, 'redacted', { own })
  const turnedAside = topic.state === 'rejected' || topic.state === 'transferred' || topic.state === 'withdrawn'
  const takenIn = journal.some(entry => entry.taken && entry.to === 'accepted')
  return turnedAside && !takenIn ? mayRead('turnedAside', viewer, 'full', { own }) : mayRead('topicText', viewer, 'redacted', { own })
}
