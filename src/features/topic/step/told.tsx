import { View } from '@tarojs/components'
import { Facts } from '@/components/facts/facts'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import type { FormView } from './entries'

type Told = NonNullable<FormView['pending']>['told'][number]

/** What was filled in: words first, photographs under their own label. */
export function ToldList({ told }: { readonly told: readonly Told[] }) {
  const pictures = told.filter(({ photoIds }) => photoIds.length > 0)
  return (
    <>
      <Facts facts={told.filter(({ photoIds }) => photoIds.length === 0)} />
      {pictures.map(({ label, photoIds }) => (
        <View key={label}>
          <View className='small'>{label}</View>
          <PhotoGrid
            label={label}
            photos={photoIds.map(id => ({ id, url: photoUrl(id) }))}
            onOpen={id => viewPhotos(photoIds.map(photoUrl), photoUrl(id))}
          />
        </View>
      ))}
    </>
  )
}
