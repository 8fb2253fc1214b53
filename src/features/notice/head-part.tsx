import { Text, View } from '@tarojs/components'
import { Heading } from '@/components/heading/heading'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { dayWords } from '@/platform/phone/time'
import type { NoticeView } from './store'
import { cardWords, headline, headWord, kindOf } from './words'
import look from './notices.module.scss'

/** How it ended in a word, and what was decided in a sentence. */
export function HeadPart({ view }: { readonly view: NoticeView }) {
  const { notice, now, topicTitle } = view
  const word = headWord(view)
  const sentence = headline(view)
  return (
    <View className={look.head}>
      <Row>
        <Tag tone={word?.tone ?? kindOf(notice).tone}>{word?.says ?? kindOf(notice).name}</Tag>
        <Text className='small'>
          {dayWords(notice.at, now)} · {notice.title}
        </Text>
      </Row>
      <Heading level={2} size={1}>
        {sentence ?? topicTitle}
      </Heading>
      {sentence ? <View className='small'>议题：{topicTitle}</View> : <View className='body'>{cardWords(notice).line}</View>}
    </View>
  )
}

/** Short enough to compare what hangs on the wall with what the phone shows. */
export function BoardCode({ code }: { readonly code: string }) {
  return code ? (
    <View className={look.board}>
      <View className='sub'>公示栏验证码　{code}</View>
      <View className='small'>和墙上那张纸上的一样，就没有人改过。</View>
    </View>
  ) : null
}
