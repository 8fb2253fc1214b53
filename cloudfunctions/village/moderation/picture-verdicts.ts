import { caseId, isPutAway } from '@/domain/moderation/cases'
import type { Photo } from '../../tables'
import type { Tx, Verdict } from '../../ports'
import { nothingToJudge, openIfDoubted, withdrawDoubt, type Doubted } from '../ground/case-rows'

/** How a picture stands after the machine spoke. What a person has looked at falls back only when the machine finds it risky. */
function checkAfter(photo: Photo, verdict: Verdict): Photo['check'] {
  if (verdict === 'risky') return 'risky'
  return verdict === 'clean' && photo.check === 'waiting' ? 'clean' : photo.check
}

const kindOf = ({ use }: Photo): 'avatar' | 'photo' => (use === 'avatar' ? 'avatar' : 'photo')
const thing = (photo: Photo): Doubted => ({
  orgId: photo.orgId,
  kind: kindOf(photo),
  thingId: photo.id,
  topicId: '',
  authorId: photo.ownerId,
  text: '',
})

async function settle(tx: Tx, photo: Photo, verdict: Verdict, now: number): Promise<void> {
  if (photo.use === 'dropped') return
  await tx.put('photos', { ...photo, check: checkAfter(photo, verdict) })
  const id = caseId(kindOf(photo), photo.id),
    earlier = await tx.get('cases', id)
  if (earlier && isPutAway(earlier)) return // a person has judged it already
  const unseen = photo.use === 'avatar' && photo.check === 'waiting'
  // A picture in doubt goes on waiting: the moderators see it on its topic. A risky one, and an avatar, which has no topic, wants to be
  // looked at by itself.
  if (verdict === 'risky' || unseen) await openIfDoubted(tx, verdict, thing(photo), now)
  if (verdict === 'clean' && unseen) await withdrawDoubt(tx, id)
}

/** No machine looked at this avatar, or none answered in time: a person does. */
export const askAPerson = (tx: Tx, avatar: Photo, now: number): Promise<void> => openIfDoubted(tx, 'unchecked', thing(avatar), now)

/** A picture is wanted no more: nobody sees it from now on, and `tick` removes its bytes. */
export async function letGo(tx: Tx, id: string): Promise<void> {
  const photo = await tx.get('photos', id)
  if (!photo || photo.use === 'dropped') return
  await nothingToJudge(tx, caseId(kindOf(photo), id))
  await tx.put('photos', { ...photo, use: 'dropped', check: 'risky' })
}

/** A picture is written; what the machine said of it may have come before it. */
export async function putPhoto(tx: Tx, photo: Photo, now: number): Promise<void> {
  await tx.put('photos', photo)
  if (photo.traceId === null) {
    if (photo.use === 'avatar') await askAPerson(tx, photo, now)
    return
  }
  const { id: photoId, orgId, traceId: id } = photo
  const early = await tx.get('photoChecks', id)
  await tx.put('photoChecks', { id, orgId, photoId, verdict: early?.verdict ?? null })
  if (early?.verdict) await settle(tx, photo, early.verdict, now)
}

/**
 * The machine's word on a picture arrives: once it counts, however often it is said, and before the picture is written it is kept for it.
 */
export async function hearVerdict(
  tx: Tx,
  said: { readonly traceId: string; readonly orgId: string; readonly verdict: Verdict },
  now: number,
): Promise<void> {
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
