import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { useLatest } from '@/components/latest'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { createGallery } from '@/platform/files/gallery'
import { photoData, photoUrl, pickPhotos, viewPhotos } from '@/platform/files/photos'
import { call } from '@/platform/talk-to-server/transport'

const most = 6

interface PhotoFieldProps {
  readonly label: string
  readonly ids: readonly string[]
  onChange(ids: readonly string[]): void
  /** Whether photos are still on their way. */
  onGoing(going: boolean): void
}

/** Photographs of a paper: the tally sheet, a written proxy. */
export function PhotoField({ label, ids, onChange, onGoing }: PhotoFieldProps) {
  const held = useLatest({ ids, onChange, onGoing })
  const [gallery] = useState(() =>
    createGallery({ call, pick: pickPhotos, read: photoData }, id => held.current.onChange([...held.current.ids, id])),
  )
  const { uploads, says, add, again, drop } = useStore(gallery)
  const sending = uploads.some(({ at }) => at === 'sending')
  useEffect(() => held.current.onGoing(sending), [held, sending])
  const sent = ids.map(id => ({ id, url: photoUrl(id) }))
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
        photos={[...sent, ...uploads.map(({ path, at }) => ({ id: path, url: path, state: at }))]}
        onAdd={() => void add(most - ids.length - uploads.length)}
        onOpen={open}
        onRemove={remove}
      />
      {says ? (
        <View className='small red' {...role('alert')}>
          {says}
        </View>
      ) : null}
    </>
  )
}
