import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { isEnded } from '@/domain/procedure/states'
import type { TopicView } from './topic-store'
import { whoAndWhen } from './words'
import look from './topic.module.scss'

/** 下一步: what, who, by when, what is missing, on what it rests. */
export function NextStep({ topic }: { readonly topic: TopicView }) {
  const { next, card, answer } = topic
  const ended = isEnded(card.state)
  // What ended with an answer is told by the answer, below.
  if (ended && answer) return null
  const hands = whoAndWhen(topic)
  return (
    <Card edge={ended ? undefined : next.overdue ? 'red' : 'green'}>
      <View className='small'>{ended ? '现在' : '下一步'}</View>
      <Heading>{next.what}</Heading>
      {hands ? <View className={next.overdue ? 'sub red' : 'sub'}>{hands}</View> : null}
      {next.missing.map(missing => <View key={missing} className={`small ${look.missing}`}>{missing}</View>)}
      {next.article ? <View className={`small ${look.missing}`}>依据：{next.article}</View> : null}
    </Card>
  )
}
