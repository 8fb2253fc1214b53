import { View } from '@tarojs/components'
import { Chips } from '@/components/chips/chips'
import { TextArea } from '@/components/field/text-area'
import { TextField } from '@/components/field/text-field'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Row } from '@/components/row/row'
import { SpeakIn } from '@/components/speak-in/speak-in'
import { categories, photosAtMost } from '@/domain/topic/topic'
import { viewPhotos } from '@/platform/files/photos'
import { useVoice } from '@/platform/voice/use-voice'
import type { Category, Part } from './draft'
import type { Raise } from './raise'
import { faultWords, hints, labels } from './words'
import look from './raise.module.scss'

const kinds = (Object.keys(categories) as Category[]).map(value => ({ value, label: categories[value] }))

/** One part of what is written, in one line or several. */
export function WordsOf({ part, raise, lines }: { readonly part: Part; readonly raise: Raise; readonly lines?: boolean }) {
  const { draft, faults } = raise
  const Control = lines ? TextArea : TextField
  return (
    <Control
      label={labels[part]}
      hint={hints[part]}
      value={draft.words[part]}
      error={faultWords(part, draft.words, faults)}
      onChange={words => raise.write(part, words)}
    />
  )
}

/** Say how it is instead of typing it. */
export function SaidAloud({ raise }: { readonly raise: Raise }) {
  const {
    draft: { id },
    say,
  } = raise
  return <SpeakIn voice={useVoice(heard => say(id, 'what', heard))} />
}

export function Kind({ raise }: { readonly raise: Raise }) {
  return (
    <View className={look.photos}>
      <Chips label='是哪一类' options={kinds} value={raise.draft.category} onChange={raise.choose} />
    </View>
  )
}

/** Up to nine photos, each with how it fares; a failed one is sent again by a tap. */
export function Photos({ raise }: { readonly raise: Raise }) {
  const { photos } = raise
  const open = (path: string) => {
    if (photos.find(photo => photo.path === path)?.at === 'failed') void raise.retryPhoto(path)
    else
      viewPhotos(
        photos.map(photo => photo.path),
        path,
      )
  }
  return (
    <View className={look.photos}>
      <View className={look.label}>
        <Row apart>
          <View className='h3'>照片</View>
          <View className='small'>可以不放，最多 {photosAtMost} 张</View>
        </Row>
      </View>
      <PhotoGrid
        label='照片'
        most={photosAtMost}
        photos={photos.map(({ path, at }) => ({ id: path, url: path, state: at === 'sent' ? 'ready' : at }))}
        onAdd={() => void raise.addPhotos()}
        onRemove={raise.removePhoto}
        onOpen={open}
      />
    </View>
  )
}
