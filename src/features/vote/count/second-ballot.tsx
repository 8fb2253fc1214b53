import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { open } from '@/platform/screen/navigation'
import type { MotionView } from '../booth/store'
import look from '../booth/ballots.module.scss'

/** Of a vote none of whose options had enough: the way to its second ballot, or who puts it. */
export function SecondBallot({ view: { card, second } }: { readonly view: MotionView }) {
  if (!second) return null
  const { id, mayPut } = second
  return (
    <Card edge='green'>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          第二轮
        </Heading>
        <View className='sub'>
          {id
            ? '票数在前的几项正在投第二轮，还是原来的名册。'
            : mayPut
              ? '票数在前的几项要再投一轮，请您定下什么时候投。'
              : '等议事厅主持人定下时间，到时候会通知名册上的每一位。'}
        </View>
        {id ? (
          <Button onTap={() => void open('vote/index', { id })}>看第二轮</Button>
        ) : mayPut ? (
          <Button onTap={() => void open('moderator/motion', { topic: card.topicId, second: card.id })}>提请第二轮表决</Button>
        ) : null}
      </View>
    </Card>
  )
}
