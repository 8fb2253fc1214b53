import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Pair, Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { takedownReasons } from '@/domain/moderation/cases'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import { dueWords } from '@/platform/phone/time'
import type { Judge } from './judging'
import type { Waiting } from './store'
import { whyHere } from './words'

/** What waits for a person's eye: doubted by the machine, reported by a neighbour, or put away and asked about again. */
export function Queue({
  cases,
  now,
  judge,
}: {
  readonly cases: readonly Waiting[]
  readonly now: number
  readonly judge: StoreApi<Judge>
}) {
  if (cases.length === 0) return null
  return (
    <Section title='等您看一看' note={`${cases.length} 条`}>
      <View className='small lead'>批评公事、批评办事的人，不是收起来的理由。</View>
      {cases.map(one => (
        <Card key={one.id}>
          <One one={one} now={now} judge={judge} />
        </Card>
      ))}
    </Section>
  )
}

function One({ one, now, judge }: { readonly one: Waiting; readonly now: number; readonly judge: StoreApi<Judge> }) {
  const { judging, show, ask } = useStore(judge)
  const { id, title, photoId, appeal, dueAt } = one
  const text = photoId === null ? one.text : one.kind === 'avatar' ? '一张头像' : '一张照片'
  const url = photoId === null ? '' : photoUrl(photoId)
  const busy = judging.at === 'sending'
  return (
    <Stack>
      <View className={dueAt <= now ? 'small red' : 'small'}>
        {title === '' ? '' : `《${title}》· `}
        {dueWords(dueAt, now)}
      </View>
      {photoId === null ? (
        <View className='body'>{text}</View>
      ) : (
        <PhotoGrid label='等您看的照片' photos={[{ id: photoId, url }]} onOpen={() => viewPhotos([url], url)} />
      )}
      <View className='small'>{whyHere(one)}</View>
      {appeal ? (
        <View className='small'>
          收起的原因：{takedownReasons[appeal.reason]}
          {appeal.said ? `。${appeal.said}` : ''}
        </View>
      ) : null}
      {judging.at === 'refused' && judging.id === id ? <View className='small red'>{judging.says}</View> : null}
      {appeal ? (
        <Pair>
          <Button look='ghost' disabled={busy} label={`还是收着：${text}`} onTap={() => ask(id, 'uphold')}>
            还是收着
          </Button>
          <Button disabled={busy} label={`放回来：${text}`} onTap={() => ask(id, 'restore')}>
            放回来
          </Button>
        </Pair>
      ) : (
        <Pair>
          <Button look='ghost' disabled={busy} label={`收起来：${text}`} onTap={() => ask(id, 'hide')}>
            收起来
          </Button>
          <Button
            busy={busy && judging.id === id && judging.what === 'show'}
            disabled={busy}
            label={`没问题，放出来：${text}`}
            onTap={() => void show(id)}
          >
            没问题，放出来
          </Button>
        </Pair>
      )}
    </Stack>
  )
}
