import { imageSize } from 'image-size'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { isStaff } from '@/domain/resident/people'
import { putPhoto } from './picture-verdicts'
import { withoutMetadata } from './photo-bytes'
import type { Photo } from '../../tables'
import type { Context, Handler } from '../ground/handler'

const mostBytes = 720_000
const mostPixels = 40_000_000
const mimes: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }
/** More than anybody needs in a day: a phone gone wild must not fill the village's disk. */
const perDay = 100
const day = 86_400_000

export const addPhoto: Handler<'photo.add'> = async ({ data }, context) => {
  const taken = await takePicture(data, context)
  if (!taken.ok) return taken
  // Who runs the procedure has looked at what he himself puts on record: the board, the work done.
  const photo: Photo = isStaff(context.actor) ? { ...taken.value, check: 'by-person' } : taken.value
  await context.store.commit(tx => putPhoto(tx, photo, photo.at))
  return grant({ id: photo.id })
}

/**
 * A picture as it arrives: measured, without what it tells of its taking, stored, and handed in to be looked at. Its row is still to be
 * written.
 */
export async function takePicture(
  data: string,
  { store, files, org, actor, clock, chance, contentCheck, openid }: Context,
): Promise<Decision<Photo, 'not-a-picture' | 'picture-too-large' | 'too-many-photos'>> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return refuse('not-a-picture')
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length > mostBytes) return refuse('picture-too-large')
  const measured = measure(bytes)
  if (!measured) return refuse('not-a-picture')
  if (measured.width * measured.height > mostPixels) return refuse('picture-too-large')
  const now = clock.now()
  const today = await store.list('photos', { match: { ownerId: actor.id }, order: { by: 'at' }, from: now - day, limit: perDay })
  if (today.rows.length >= perDay) return refuse('too-many-photos')
  const clean = withoutMetadata(bytes, measured.mime)
  if (!clean) return refuse('not-a-picture')
  const id = chance.id()
  await files.put(id, clean, measured.mime)
  const traceId = (await contentCheck.submitPicture?.(id, openid)) ?? null
  return grant({
    id,
    orgId: org.id,
    ownerId: actor.id,
    mime: measured.mime,
    width: measured.width,
    height: measured.height,
    bytes: clean.length,
    at: now,
    check: 'waiting',
    traceId,
  })
}

function measure(bytes: Uint8Array): { readonly mime: string; readonly width: number; readonly height: number } | null {
  try {
    const { type, width, height } = imageSize(bytes)
    const mime = mimes[type ?? '']
    return mime && width > 0 && height > 0 ? { mime, width, height } : null
  } catch {
    return null // what cannot be read as a picture is none
  }
}
