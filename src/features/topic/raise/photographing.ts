import { photosAtMost } from '@/domain/topic/topic'
import type { Draft, Photo } from './draft'
import type { Desk, Phone, Raise } from './raise'

/** Photos on their way to the server, each by itself: one that is lost is sent again without the others. */
export function photographing(phone: Phone, { get, set }: Desk, change: (change: Partial<Draft>, more?: Partial<Raise>) => void) {
  const keep = (photos: readonly Photo[]) => change({ photoIds: photos.flatMap(({ id }) => (id ? [id] : [])) }, { photos })

  function settle(path: string, now: Partial<Photo>) {
    if (!get().photos.some(photo => photo.path === path)) return
    const photos = get().photos.map(photo => (photo.path === path ? { ...photo, ...now } : photo))
    set({ photos })
    if (now.id) keep(photos)
  }

  async function send(path: string) {
    try {
      const reply = await phone.send(path)
      settle(path, reply.ok ? { at: 'sent', id: reply.value.id } : { at: 'failed', why: reply.refusal })
    } catch {
      settle(path, { at: 'failed', why: null })
    }
  }

  return {
    async addPhotos() {
      const room = photosAtMost - get().photos.length
      if (room <= 0) return
      const { paths, unusable, refused } = await phone.pick(room)
      set({
        said: refused ? 'photos-refused' : unusable > 0 ? 'not-a-picture' : null,
        photos: [...get().photos, ...paths.map((path): Photo => ({ path, id: null, at: 'sending', why: null }))],
      })
      for (const path of paths) await send(path)
    },
    async retryPhoto(path: string) {
      if (get().photos.find(photo => photo.path === path)?.at !== 'failed') return
      settle(path, { at: 'sending', why: null })
      await send(path)
    },
    removePhoto: (path: string) => keep(get().photos.filter(photo => photo.path !== path)),
  }
}
