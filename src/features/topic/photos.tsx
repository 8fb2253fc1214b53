import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { photoUrl, viewPhotos } from '@/platform/files/photos'

/** Photos the server keeps; a tap shows them large. */
export function Photos({ label, ids }: { readonly label: string; readonly ids: readonly string[] }) {
  const urls = ids.map(photoUrl)
  return (
    <PhotoGrid
      label={label}
      photos={ids.map((id, index) => ({ id, url: urls[index] ?? '' }))}
      onOpen={id => viewPhotos(urls, photoUrl(id))}
    />
  )
}
