import { isStaff, type Person } from '@/domain/resident/people'
import type { Store } from '../../ports'

export interface Visible {
  /** Those of these pictures that this reader may see. */
  of(ids: readonly string[]): string[]
  /** How many of them are still being looked at, whoever reads. */
  waiting(ids: readonly string[]): number
}

/** A picture is hidden until it passed; its owner and who runs the procedure see it meanwhile. An id that is not told cannot be guessed. */
export async function visiblePhotos(store: Store, ids: readonly string[], viewer: Person | null): Promise<Visible> {
  const photos = ids.length > 0 ? await store.getMany('photos', [...new Set(ids)]) : []
  const notPassed = new Map(photos.filter(({ check }) => check === 'waiting' || check === 'risky').map(photo => [photo.id, photo]))
  const seesAll = viewer !== null && isStaff(viewer)
  return {
    of: asked => asked.filter(id => seesAll || !notPassed.has(id) || notPassed.get(id)?.ownerId === viewer?.id),
    waiting: asked => asked.filter(id => notPassed.has(id)).length,
  }
}
