import type { Ports } from '../ports'
import { everything } from '../village/everything'
import { uniteSupports } from '../village/unite-supports'

const lookBack = 2 * 3_600_000

/** A merge whose uniting of supports was cut off is finished here. */
export async function uniteMerged({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  for await (const child of everything(store, 'topics', { match: { state: 'merged' }, order: { by: 'enteredAt' }, from: clock.now() - lookBack })) {
    if (!goOn()) return
    if (child.parentId) await uniteSupports(store, child.id, child.parentId)
  }
}
