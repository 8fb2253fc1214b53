import type { Store } from '../ports'
import { all } from './everything'

/** Which of a person's pictures stand in a record: on a topic of theirs, or in the evidence of a step they took. These are kept for good. */
export async function picturesOnRecord(store: Store, personId: string): Promise<ReadonlySet<string>> {
  const [topics, entries] = await Promise.all([
    all(store, 'topics', { match: { authorId: personId }, order: { by: 'activeAt' } }),
    all(store, 'journal', { match: { byId: personId } }),
  ])
  return new Set([...topics.flatMap(topic => topic.photoIds), ...entries.flatMap(({ evidence }) => Object.values(evidence).flatMap(value => (Array.isArray(value) ? value : [])))])
}
