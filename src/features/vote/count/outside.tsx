import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { spokenTime } from '@/domain/ground/calendar'
import { HowItPasses } from '../booth/how-it-passes'
import { Refused } from './cast-cards'
import type { Casting, MotionView } from '../booth/store'
import { Turnout } from './turnout'
import { closingWords, phaseOf, whoVotes } from '../booth/words'

interface OutsideProps {
  readonly view: MotionView
  readonly casting: Casting
  /** Nobody the village knows. */
  readonly guest: boolean
  onRefresh(): void
}

/** For who cannot vote now: too early, too late, not on this roll, or not known here. */
export function Outside({ view, casting, guest, onRefresh }: OutsideProps) {
  const { card, now } = view
  const phase = phaseOf(card, now)
  return (
    <>
      {casting.at === 'refused' ? <Refused casting={casting} onBack={null} /> : null}
      {phase === 'not-yet' ? (
        <Card edge='amber'>
          <Heading level={2} size={3}>
            投票还没开始
          </Heading>
          <View className='sub'>
            {spokenTime(card.opensAt)} 开始，{closingWords(card.closesAt)} 截止。可以先看方案，和家里人商量。
          </View>
        </Card>
      ) : null}
      {phase === 'counting' ? (
        <Card edge='amber'>
          <Heading level={2} size={3}>
            投票已经截止，正在计票
          </Heading>
          <View className='sub'>{card.voted ? '您的票已经在票箱里。' : ''}结果几分钟后就会公布在这里和公示栏。</View>
          <Button look='ghost' onTap={onRefresh}>
            看看出来没有
          </Button>
        </Card>
      ) : null}
      {phase !== 'counting' && !card.onRoll ? (
        <Card>
          <Heading level={2} size={3}>
            {guest ? '登记过的村民才能投票' : '这次名册上没有您'}
          </Heading>
          <View className='sub'>{guest ? '您可以先看。要参加，请带上证件到议事厅登记，当场就能办好。' : whoVotes(card)}</View>
        </Card>
      ) : null}
      <Turnout card={card} />
      <HowItPasses view={view} />
    </>
  )
}
