import { View } from '@tarojs/components'
import { Article } from '@/components/article/article'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { dayWords } from '@/platform/phone/time'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import type { Deed, Stage } from './store'
import { basisWords, handsWords, keptWords, shareWords } from './words'
import look from './file.module.scss'

function Photos({ label, ids }: { readonly label: string; readonly ids: readonly string[] }) {
  const urls = ids.map(photoUrl)
  return (
    <View className={look.part}>
      <View className='small'>{label}</View>
      <PhotoGrid
        label={label}
        photos={ids.map((id, index) => ({ id, url: urls[index] ?? '' }))}
        onOpen={id => viewPhotos(urls, photoUrl(id))}
      />
    </View>
  )
}

/** What was done, by whom, when, what it was told, how it was judged, on what it rests. */
function DeedPart({ deed }: { readonly deed: Deed }) {
  const { meeting } = deed
  const counts = meeting
    ? [
        { label: '应到', value: String(meeting.should) },
        { label: '实到', value: String(meeting.present) },
        { label: '比例', value: shareWords(meeting) },
      ]
    : []
  const written = [...counts, ...deed.told.filter(({ value }) => value !== '')]
  return (
    <View className={look.deedOnScreen}>
      <View className='strong'>{deed.said}</View>
      <View className='small'>{handsWords(deed)}</View>
      {written.length > 0 ? (
        <View className={look.part}>
          <Facts facts={written} />
        </View>
      ) : null}
      {deed.told
        .filter(({ photoIds }) => photoIds.length > 0)
        .map(({ label, photoIds }) => (
          <Photos key={label} label={label} ids={photoIds} />
        ))}
      {deed.judged.map(line => (
        <View key={line} className='sub'>
          {line}
        </View>
      ))}
      {basisWords(deed) ? <Article cites={basisWords(deed)} basis={deed.basis} /> : null}
      {keptWords(deed) ? <View className='small'>{keptWords(deed)}</View> : null}
    </View>
  )
}

export function StagePart({ stage, now }: { readonly stage: Stage; readonly now: number }) {
  return (
    <Fold title={`${stage.name}　${dayWords(stage.until ?? stage.from, now)}`}>
      {stage.deeds.map(deed => (
        <DeedPart key={deed.n} deed={deed} />
      ))}
    </Fold>
  )
}
