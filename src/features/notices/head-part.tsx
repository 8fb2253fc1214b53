import { Text, View } from '@tarojs/components'
import { Heading } from '@/components/heading/heading'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { dayWords } from '@/platform/time'
import type { NoticeView } from './store'
import { kindOf, verdict } from './words'
import look from './notices.module.scss'

/** How it ended in a word, and what was decided in a sentence. */
export function HeadPart({ view }: { readonly view: NoticeView }) {
  const { notice, now, decision, topicTitle } = view
  const word = verdict(view)
  const decided = decision?.text
  return (
    <View className={look.head}>
      <Row>
        <Tag tone={kindOf(notice).tone}>{word ?? kindOf(notice).name}</Tag>
        <Text className='small'>{dayWords(notice.at, now)} · {notice.title}</Text>
      </Row>
      <Heading level={2} size={1}>{decided || topicTitle}</Heading>
      {decided ? <View className='small'>议题：{topicTitle}</View> : null}
      <View className='body'>{notice.body}</View>
    </View>
  )
}

/** Short enough to compare what hangs on the wall with what the phone shows. */
export function BoardCode({ code }: { readonly code: string }) {
  return code ? <View className={look.board}><View className='sub'>公示栏验证码　{code}</View><View className='small'>和墙上那张纸上的一样，就没有人改过。</View></View> : null
}
