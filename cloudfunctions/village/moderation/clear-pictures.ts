import type { Ports } from '../../ports'

const atOnce = 50

/**
 * Removes the bytes of pictures that are wanted no more, then their rows: cut off in between, the row is found again. One that cannot be
 * removed does not keep the others.
 */
export async function clearPictures({ store, files }: Ports, goOn: () => boolean): Promise<void> {
  const faults: unknown[] = []
  let after: string | undefined
  do {
    const page = await store.list('photos', { match: { use: 'dropped', check: 'risky' }, order: { by: 'at' }, limit: atOnce, after })
    for (const { id } of page.rows) {
      if (!goOn()) return
      try {
        await files.remove(id)
        await store.commit(tx => tx.remove('photos', id))
      } catch (fault) {
        faults.push(fault)
      }
    }
    after = page.next ?? undefined
  } while (after !== undefined)
  if (faults.length > 0) throw new AggregateError(faults, 'pictures were not removed')
}
