import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { photoUrl, viewPhotos } from '@/platform/files/photos'

/** Photos on record; a tap shows one large. */
export function Photos({ ids, label }: { readonly ids: readonly string[]; readonly label: string }) {
  if (ids.length === 0) return null
  const urls = ids.map(photoUrl)
  return <PhotoGrid label={label} photos={ids.map(id => ({ id, url: photoUrl(id) }))} onOpen={id => viewPhotos(urls, photoUrl(id))} />
}
