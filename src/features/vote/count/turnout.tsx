import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Meter } from '@/components/meter/meter'
import type { MotionView } from '../booth/store'
import { oneSidedBefore, turnoutLine } from '../booth/words'

/** How many have voted, with the legal line. How they voted nobody knows before the close. */
export function Turnout({ card }: { readonly card: MotionView['card'] }) {
  const line = turnoutLine(card)
  return (
    <Card look='quiet'>
      <View className='sub'>{line}</View>
      {card.quorumNeeds > 0 && card.openedAt === undefined ? (
        <Meter label={line} value={card.turnout} of={card.rollSize} legal={card.quorumNeeds} />
      ) : null}
      <Text className='small'>投了什么，截止前谁也看不到。{card.form === 'secret' ? oneSidedBefore : ''}</Text>
    </Card>
  )
}
