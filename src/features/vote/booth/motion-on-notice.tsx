import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { spokenTime } from '@/domain/ground/calendar'
import { open } from '@/platform/screen/navigation'
import { Arithmetic } from '../count/arithmetic'
import type { MotionView } from './store'
import { closingWords } from './words'
import look from './ballots.module.scss'

/** A motion as a notice shows it: its arithmetic once counted, else the way to the vote. */
export function MotionOnNotice({ card, now }: { readonly card: MotionView['card']; readonly now: number }) {
  const go = () => open('vote/index', { id: card.id })
  if (card.result) {
    return (
      <>
        <Arithmetic card={card} question />
        <Card>
          <View className={look.stack}>
            <Heading level={2} size={3}>
              {card.form === 'secret' ? '我的票在里面吗' : '谁投了什么'}
            </Heading>
            <View className='small'>{card.form === 'secret' ? '在手机上核对，不告诉任何人您选了什么。' : '名单和重数都在投票页里。'}</View>
            <Button look='ghost' onTap={go}>
              {card.form === 'secret' ? '去核对' : '看名单'}
            </Button>
          </View>
        </Card>
      </>
    )
  }
  const isOpen = now >= card.opensAt && now < card.closesAt
  return (
    <Card edge='amber'>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          {card.text}
        </Heading>
        <View className='sub'>
          {now < card.opensAt
            ? `${spokenTime(card.opensAt)} 开始投票`
            : isOpen
              ? `${closingWords(card.closesAt)} 截止`
              : '投票已截止，正在计票'}
        </View>
        <Button look={isOpen && card.onRoll && !card.voted ? 'main' : 'ghost'} onTap={go}>
          {isOpen && card.onRoll && !card.voted ? '去投票' : '看这次投票'}
        </Button>
      </View>
    </Card>
  )
}
