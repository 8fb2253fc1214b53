import type { Store } from '../../ports'
import { allRows } from './all-rows'

/**
 * Which of a person's pictures stand in a record: on a topic of theirs, in the evidence of a step they took, as a tally sheet they sealed
 * or a proxy they took in. These are kept for good.
 */
export async function picturesOnRecord(store: Store, personId: string): Promise<ReadonlySet<string>> {
  const [topics, entries, seals, proxies] = await Promise.all([
    allRows(store, 'topics', { match: { authorId: personId }, order: { by: 'activeAt' } }),
    allRows(store, 'journal', { match: { byId: personId } }),
    allRows(store, 'countSeals', { match: { tellerId: personId } }),
    allRows(store, 'proxies', { match: { verifiedById: personId } }),
  ])
  return new Set([
    ...topics.flatMap(topic => topic.photoIds),
    ...seals.flatMap(seal => seal.sheetPhotoIds),
    ...proxies.flatMap(proxy => proxy.photoIds),
    ...entries.flatMap(({ evidence }) => Object.values(evidence).flatMap(value => (Array.isArray(value) ? value : []))),
  ])
}
