import { KeyTaken, type Store } from '../ports'
import { everything } from './everything'

export const supportId = (topicId: string, personId: string): string => `${topicId}:${personId}`

/** After a merge: who supported the child supports the parent, once. Running it again adds nothing; the originals stay. */
export async function uniteSupports(store: Store, childId: string, parentId: string): Promise<void> {
  for await (const support of everything(store, 'supports', { match: { topicId: childId }, order: { by: 'at' } })) {
    const row = { ...support, id: supportId(parentId, support.personId), topicId: parentId }
    await store
      .commit(tx => tx.insert('supports', row))
      .catch((fault: unknown) => {
        if (!(fault instanceof KeyTaken)) throw fault
      })
  }
}
