import type { Person } from '@/domain/resident/people'
import type { Store } from '../../ports'
import { titleFor } from './topic-card'

/**
 * Notices and messages quote a topic's title as it was; a reader who may not see its words does not read it there either. What is kept
 * stays as it was sent.
 */
export async function keepTitles<T extends { readonly topicId: string; readonly body: string }>(
  store: Store,
  rows: readonly T[],
  viewer: Person | null,
): Promise<T[]> {
  const topics = new Map(
    (await store.getMany('topics', [...new Set(rows.map(row => row.topicId).filter(id => id !== ''))])).map(topic => [topic.id, topic]),
  )
  return rows.map(row => {
    const topic = topics.get(row.topicId)
    return topic ? { ...row, body: row.body.split(`《${topic.title}》`).join(`《${titleFor(topic, viewer)}》`) } : row
  })
}
