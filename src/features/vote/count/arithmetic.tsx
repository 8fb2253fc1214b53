import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { Meter, SplitMeter } from '@/components/meter/meter'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { unitWord } from '@/domain/law/names'
import { choiceNames } from '@/domain/vote/question/answers'
import { OptionTotals } from './option-totals'
import type { MotionView } from '../booth/store'
import { majorityTag, quorumTag } from '../booth/words'
import look from '../booth/ballots.module.scss'

/** How the result comes out of the numbers, with the legal line in the bar and every inequality in words. */
export function Arithmetic({ card, question }: { readonly card: MotionView['card']; readonly question?: boolean | undefined }) {
  const { result } = card
  if (!result) return null
  const unit = unitWord(card.body)
  const quorum = quorumTag(card),
    majority = majorityTag(card)
  const [first, ...rest] = result.explain
  const parts = (['for', 'against', 'abstain'] as const).map(choice => ({
    label: choiceNames[choice],
    value: result[choice],
    tone: choice,
  }))
  const present = `参加 ${result.present} ${unit} / 名册 ${card.rollSize} ${unit}`
  return (
    <Card>
      <Heading level={2} size={3}>
        怎么算出来的
      </Heading>
      {question ? <View className='sub'>{card.text}</View> : null}
      <View className={look.block}>
        <Row apart>
          <Text className='sub'>{present}</Text>
          {quorum ? <Tag tone={quorum.tone}>{quorum.says}</Tag> : null}
        </Row>
        {card.quorumNeeds > 0 ? <Meter label={present} value={result.present} of={card.rollSize} legal={card.quorumNeeds} /> : null}
        {first ? <View className='small'>{first}</View> : null}
      </View>
      <View className={look.block}>
        {result.options ? (
          <>
            <Row apart>
              <Text className='sub'>每一项得了多少</Text>
              {majority ? <Tag tone={majority.tone}>{majority.says}</Tag> : null}
            </Row>
            <OptionTotals card={card} />
          </>
        ) : (
          <>
            <Row apart>
              <Text className='sub'>{parts.map(part => `${part.label} ${part.value}`).join('　')}</Text>
              {majority ? <Tag tone={majority.tone}>{majority.says}</Tag> : null}
            </Row>
            <SplitMeter label='票数' parts={parts} />
          </>
        )}
        {rest.map(line => (
          <View key={line} className='small'>
            {line}
          </View>
        ))}
      </View>
    </Card>
  )
}
