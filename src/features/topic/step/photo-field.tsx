import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { photoData, photoUrl, pickPhotos, viewPhotos } from '@/platform/files/photos'
import { call } from '@/platform/talk-to-server/transport'
import { useLatest } from '@/components/latest'
import { createGallery } from '@/platform/files/gallery'

interface PhotoFieldProps {
  readonly label: string
  readonly most: number
  readonly ids: readonly string[]
  readonly error: string | undefined
  onChange(ids: readonly string[]): void
  /** Whether photos are still on their way: what is sent now would go without them. */
  onGoing(going: boolean): void
}

export function PhotoField({ label, most, ids, error, onChange, onGoing }: PhotoFieldProps) {
  const held = useLatest({ ids, onChange, onGoing })
  const [gallery] = useState(() =>
    createGallery({ call, pick: pickPhotos, read: photoData }, id => held.current.onChange([...held.current.ids, id])),
  )
  const { uploads, says, add, again, drop } = useStore(gallery)
  const sending = uploads.some(({ at }) => at === 'sending')
  useEffect(() => held.current.onGoing(sending), [held, sending])
  const sent = ids.map(id => ({ id, url: photoUrl(id) }))
  const going = uploads.map(({ path, at }) => ({ id: path, url: path, state: at }))
  const open = (id: string) =>
    ids.includes(id)
      ? viewPhotos(
          sent.map(({ url }) => url),
          photoUrl(id),
        )
      : void again(id)
  const remove = (id: string) => (ids.includes(id) ? onChange(ids.filter(one => one !== id)) : drop(id))
  return (
    <>
      <PhotoGrid
        label={label}
        most={most}
        photos={[...sent, ...going]}
        onAdd={() => void add(most - ids.length - uploads.length)}
        onOpen={open}
        onRemove={remove}
      />
      {(error ?? says) ? (
        <View className='small red' {...role('alert')}>
          {error ?? says}
        </View>
      ) : null}
    </>
  )
}
