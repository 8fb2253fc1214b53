import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Card } from '@/components/card/card'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Switch } from '@/components/switch/switch'
import { refusalWords } from '@/contract/refusal-words'
import { categories } from '@/domain/topic/topic'
import { open } from '@/platform/screen/navigation'
import { labels } from './words'
import type { Raise } from './raise'
import look from './raise.module.scss'

/** All of it once more, and whether the name is shown. */
export function Review({ raise }: { readonly raise: Raise }) {
  const { draft, photos } = raise
  const { words } = draft
  return (
    <>
      <Card>
        <View className='h2'>{words.title}</View>
        {(['what', 'where', 'affected', 'suggestion'] as const).map(part => (
          <View key={part} className={look.review}>
            <View className='small'>{labels[part]}</View>
            <View className='body'>{words[part]}</View>
          </View>
        ))}
        <View className={look.review}>
          <View className='small'>类别</View>
          <View className='body'>{categories[draft.category]}</View>
        </View>
        {photos.length > 0 ? (
          <View className={look.review}>
            <PhotoGrid
              label='照片'
              photos={photos.map(({ path, at }) => ({ id: path, url: path, state: at === 'sent' ? 'ready' : at }))}
              onOpen={path => void raise.retryPhoto(path)}
            />
          </View>
        ) : null}
      </Card>
      <Switch label='公开时显示我的名字' note='关着时只显示“一位村民”，受理的人能看到您是谁。' on={draft.showName} onChange={raise.name} />
    </>
  )
}

/** What came of handing in, at the head of the page. */
export function HandingSays({ raise: { handing, draft, mending } }: { readonly raise: Raise }) {
  switch (handing.at) {
    case 'unsure':
      return <Banner tone='amber'>交上去了，但没收到回音。点一次“再交一次”就行，不会交两次。</Banner>
    case 'refused':
      return (
        <Banner tone='red'>
          {handing.refusal === 'changed-meanwhile' && mending
            ? '刚刚有人更新了这件事，您写的都还在。看一眼没问题，再点一次就行。'
            : refusalWords[handing.refusal]}
        </Banner>
      )
    case 'moved-on':
      return (
        <Banner tone='blue' action={{ label: '看进展', onTap: () => void open('topic/index', { id: draft.id }) }}>
          这件事已经收到补充，或者已经往下走了。
        </Banner>
      )
    default:
      return null
  }
}
