import type { Photo } from '../tables'
import type { Tx, Verdict } from '../ports'
import { openIfDoubted } from './cases'

/** How a picture stands after the machine spoke. What a person has looked at falls back only when the machine finds it risky. */
function checkAfter(photo: Photo, verdict: Verdict): Photo['check'] {
  if (verdict === 'risky') return 'risky'
  return verdict === 'clean' && photo.check === 'waiting' ? 'clean' : photo.check
}

async function settle(tx: Tx, photo: Photo, verdict: Verdict, now: number): Promise<void> {
  await tx.put('photos', { ...photo, check: checkAfter(photo, verdict) })
  // A picture in doubt goes on waiting: the moderators see it on its topic. A risky one wants to be looked at by itself.
  if (verdict === 'risky') await openIfDoubted(tx, verdict, { orgId: photo.orgId, kind: 'photo', thingId: photo.id, topicId: '', authorId: photo.ownerId, text: '' }, now)
}

/** A picture is written; what the machine said of it may have come before it. */
export async function putPhoto(tx: Tx, photo: Photo, now: number): Promise<void> {
  await tx.put('photos', photo)
  if (photo.traceId === null) return
  const { id: photoId, orgId, traceId: id } = photo
  const early = await tx.get('photoChecks', id)
  await tx.put('photoChecks', { id, orgId, photoId, verdict: early?.verdict ?? null })
  if (early?.verdict) await settle(tx, photo, early.verdict, now)
}

/** The machine's word on a picture arrives: once it counts, however often it is said, and before the picture is written it is kept for it. */
export async function hearVerdict(tx: Tx, said: { readonly traceId: string; readonly orgId: string; readonly verdict: Verdict }, now: number): Promise<void> {
  const { traceId: id, orgId, verdict } = said
  const waiting = await tx.get('photoChecks', id)
  if (waiting?.verdict) return
  await tx.put('photoChecks', { id, orgId, photoId: waiting?.photoId ?? null, verdict })
  const photo = waiting?.photoId ? await tx.get('photos', waiting.photoId) : undefined
  if (photo) await settle(tx, photo, verdict, now)
}

/** The moderator who lets a topic on has seen its pictures. */
export async function lookedAt(tx: Tx, photoIds: readonly string[]): Promise<void> {
  for (const id of photoIds) {
    const photo = await tx.get('photos', id)
    if (photo?.check === 'waiting') await tx.put('photos', { ...photo, check: 'by-person' })
  }
}
