import type { Ports } from '../../ports'
import { eachRow } from '../ground/all-rows'
import { partSupports, uniteSupports } from './unite-supports'

const lookBack = 2 * 3_600_000

/** Finishes moving supports after a merge, or after a merge was undone, where that was cut off half way. */
export async function uniteMerged({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  const lately = { order: { by: 'enteredAt' }, from: clock.now() - lookBack } as const
  for await (const child of eachRow(store, 'topics', { match: { state: 'merged' }, ...lately })) {
    if (!goOn()) return
    if (child.parentId) await uniteSupports(store, child.id, child.parentId)
  }
  for await (const parted of eachRow(store, 'topics', { match: { state: ['screening', 'accepted', 'topic_review'] }, ...lately })) {
    if (!goOn()) return
    if (parted.partedFrom) await partSupports(store, parted)
  }
}
