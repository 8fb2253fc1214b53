import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Heading } from '@/components/heading/heading'
import { refusalWords } from '@/contract/refusal-words'
import type { Keys } from './keys'
import type { MotionView } from '../booth/store'
import { unsureKeyWords } from '../booth/words'
import look from '../booth/ballots.module.scss'

/** A secret vote that is over: who has turned a key, who has not, and the key of who holds one. */
export function KeysPart({
  card,
  keys,
  turn: store,
  onRefresh,
}: {
  readonly card: MotionView['card']
  readonly keys: NonNullable<MotionView['keys']>
  readonly turn: StoreApi<Keys>
  onRefresh(): void
}) {
  const { turning, turn } = useStore(store)
  return (
    <Card edge='amber'>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          投票已经截止，等两把钥匙开票
        </Heading>
        <View className='sub'>{card.voted ? '您的票已经在票箱里。' : ''}无记名票要主持、监督两方都点了开票才数，谁也不能先看。</View>
        <Facts
          facts={[
            { label: '主持一方', value: keys.host ? `✓ ${keys.host}` : '还没开' },
            { label: '监督一方', value: keys.supervisor ? `✓ ${keys.supervisor}` : '还没开' },
          ]}
        />
        {turning.at === 'unsure' ? (
          <View className='body' {...role('alert')}>
            {unsureKeyWords}
          </View>
        ) : null}
        {turning.at === 'refused' ? (
          <View className='body red' {...role('alert')}>
            {refusalWords[turning.refusal]}
          </View>
        ) : null}
        {keys.mayTurn ? (
          <Button busy={turning.at === 'sending'} onTap={() => void turn()}>
            开票：转我这一把
          </Button>
        ) : (
          <Button look='ghost' onTap={onRefresh}>
            看看开了没有
          </Button>
        )}
      </View>
    </Card>
  )
}
