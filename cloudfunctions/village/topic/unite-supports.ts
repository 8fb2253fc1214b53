import type { Topic } from '@/domain/topic/topic'
import { KeyTaken, type Store } from '../../ports'
import { allRows, eachRow } from '../ground/all-rows'

export const supportId = (topicId: string, personId: string): string => `${topicId}:${personId}`

/**
 * After a merge: who supported the child supports the parent, once, and the row says where it came from. Running it again adds nothing; the
 * originals stay.
 */
export async function uniteSupports(store: Store, childId: string, parentId: string): Promise<void> {
  for await (const support of eachRow(store, 'supports', { match: { topicId: childId }, order: { by: 'at' } })) {
    const row = { ...support, id: supportId(parentId, support.personId), topicId: parentId, fromTopicId: support.fromTopicId ?? childId }
    await store
      .commit(tx => tx.insert('supports', row))
      .catch((fault: unknown) => {
        if (!(fault instanceof KeyTaken)) throw fault
      })
  }
}

/**
 * After a merge was undone: what came from the child is taken back from what it was merged into, and from whatever that was merged into
 * since. Who supported the parent itself keeps that; who supported another of its merged topics goes on counting through that one. Running
 * it again changes nothing.
 */
export async function partSupports(store: Store, child: Topic): Promise<void> {
  const leaving = [child.id, ...child.mergedIds]
  for (let parentId = child.partedFrom ?? null; parentId !== null; ) {
    const parent = await store.get('topics', parentId)
    if (!parent) return
    const copied = (await allRows(store, 'supports', { match: { topicId: parent.id }, order: { by: 'at' } })).filter(
      row => row.fromTopicId !== undefined && leaving.includes(row.fromTopicId),
    )
    for (const row of copied) {
      const [other] = await store.getMany(
        'supports',
        parent.mergedIds.map(id => supportId(id, row.personId)),
      )
      await store.commit(async tx => {
        // Supported anew meanwhile, it is the parent's own.
        if ((await tx.get('supports', row.id))?.fromTopicId !== row.fromTopicId) return
        await (other ? tx.put('supports', { ...row, fromTopicId: other.fromTopicId ?? other.topicId }) : tx.remove('supports', row.id))
      })
    }
    parentId = parent.parentId
  }
}
