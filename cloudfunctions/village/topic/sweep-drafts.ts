import { keptUntil } from '@/domain/resident/retention'
import type { Ports } from '../../ports'
import { allRows } from '../ground/all-rows'
import { picturesOnRecord } from '../ground/loose-pictures'
import { letGo } from '../moderation/picture-verdicts'
import { sweptAtOnce } from '../resident/sweep-past'

/** Takes away drafts nobody touched for as long as they are kept, with those of their pictures that stand nowhere else. */
export async function sweepDrafts({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  const until = keptUntil('drafts', clock.now())
  const { rows } = await store.list('drafts', { order: { by: 'savedAt' }, until, limit: sweptAtOnce })
  for (const { id, ownerId, photoIds } of rows) {
    if (!goOn()) return
    const others = photoIds.length > 0 ? await allRows(store, 'drafts', { match: { ownerId }, order: { by: 'savedAt' } }) : []
    const used = new Set([
      ...(photoIds.length > 0 ? await picturesOnRecord(store, ownerId) : []),
      ...others.filter(draft => draft.id !== id).flatMap(draft => draft.photoIds),
    ])
    await store.commit(async tx => {
      const draft = await tx.get('drafts', id)
      if (!draft || draft.savedAt > until) return // taken up again, or handed in, meanwhile
      await tx.remove('drafts', id)
      for (const photoId of draft.photoIds) if (!used.has(photoId)) await letGo(tx, photoId)
    })
  }
}
