import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Section } from '@/components/section/section'
import { open } from '@/platform/screen/navigation'
import { Photos } from './photos'
import type { TopicView } from './topic-store'
import { onDay } from './words'
import look from './topic.module.scss'

/** What was written, as it was written. */
export function ToldWords({ topic: { words, wordsHidden, photoIds, photosWaiting, limited, journal } }: { readonly topic: TopicView }) {
  // To a passer-by the record too is shut.
  if (limited)
    return (
      <Card look='quiet'>
        <View className='body'>
          {journal.length === 0 ? '登记为本村居民后，可以看原话、材料和大家怎么说。' : '这件事没有受理过，原话不公开。'}
        </View>
      </Card>
    )
  const parts = [
    ['什么事', words.what],
    ['在哪里', words.where],
    ['影响到谁', words.affected],
    ['建议怎么办', words.suggestion],
  ] as const
  return (
    <Card>
      <Heading size={3}>原话</Heading>
      {wordsHidden === null ? null : <View className='body'>这件事的文字收起来了：{wordsHidden}。事情照样往下办。</View>}
      {parts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <View key={label} className={look.part}>
            <View className='small'>{label}</View>
            <View className='body'>{text}</View>
          </View>
        ))}
      {photoIds.length > 0 ? (
        <View className={look.part}>
          <Photos label='议题照片' ids={photoIds} />
        </View>
      ) : null}
      {photosWaiting > 0 ? <View className='small'>有 {photosWaiting} 张照片在检查中</View> : null}
    </Card>
  )
}

/** Where it went, and what came into it: originals stay readable. */
export function Family({ topic: { parent, merged } }: { readonly topic: TopicView }) {
  if (!parent && merged.length === 0) return null
  return (
    <Section title={parent ? '合到这一件里办' : '合进来的议题'}>
      <LinkRows>
        {parent ? <LinkRow title={parent.title} line='进展看这里' onTap={() => void open('topic/index', { id: parent.id })} /> : null}
        {merged.map(({ id, title }) => (
          <LinkRow key={id} title={title} line='原话、提出人和附议都保留' onTap={() => void open('topic/index', { id })} />
        ))}
      </LinkRows>
    </Section>
  )
}

/** What special members brought from who does not speak here themselves. */
export function Collected({ topic: { opinions, opinionVoices } }: { readonly topic: TopicView }) {
  if (opinions.length === 0) return null
  return (
    <Section title='上门听到的意见' note={`共 ${opinionVoices} 人`}>
      {opinions.map(({ collector, words, voices, at }, index) => (
        <Card key={index} look='quiet'>
          <View className='body'>“{words}”</View>
          <View className='small'>
            {voices} 人这样说 · {collector}收集 · {onDay(at)}
          </View>
        </Card>
      ))}
    </Section>
  )
}
