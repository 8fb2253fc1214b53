import { View } from '@tarojs/components'
import type { StoreApi } from 'zustand/vanilla'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { outcomeWords } from '@/domain/vote/motions'
import { Refused } from './cast-cards'
import { RepeatPart } from './repeat-part'
import { Arithmetic } from './arithmetic'
import type { Check } from '../record/check'
import { CheckPart } from '../record/check-part'
import { HowItPasses } from '../booth/how-it-passes'
import { SecondBallot } from './second-ballot'
import type { Casting, MotionView } from '../booth/store'
import { RecordPart } from '../record/record-part'
import { TookPart } from './took-part'
import { oneSidedAfter, outcomeLine, saidBack } from '../booth/words'

/** After the count: what came out, how, and whether one's own ballot is in it. */
export function Settled({
  view,
  casting,
  check,
  onTake,
}: {
  readonly view: MotionView
  readonly casting: Casting
  readonly check: StoreApi<Check>
  onTake(): Promise<void>
}) {
  const { card, mine } = view
  if (!card.result) return null
  const oneSided = oneSidedAfter(card)
  return (
    <>
      {casting.at === 'refused' ? <Refused casting={casting} onBack={null} /> : null}
      <Card edge={card.result.outcome === 'passed' ? 'green' : 'amber'}>
        <Heading level={2} size={2}>
          {outcomeWords[card.result.outcome]}
        </Heading>
        <View className='sub'>{outcomeLine(card)}</View>
        {oneSided ? <View className='sub'>{oneSided}</View> : null}
        {mine ? <View className='body'>您投的是：{saidBack(mine, card)}</View> : null}
      </Card>
      <SecondBallot view={view} />
      <RepeatPart view={view} />
      <Arithmetic card={card} />
      <TookPart view={view} />
      <CheckPart check={check} card={card} />
      {card.result.root ? <RecordPart motionId={card.id} onTake={onTake} /> : null}
      <HowItPasses view={view} />
    </>
  )
}
