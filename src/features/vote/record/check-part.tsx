import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { ListEnd } from '@/components/list-end/list-end'
import { refusalWords } from '@/contract/refusal-words'
import { answerWords } from '@/domain/vote/question/answers'
import type { Check } from './check'
import type { ListedBallot } from './published-list'
import type { MotionView } from '../booth/store'
import { WrittenReceipt } from './written-receipt'
import { checkCannot, checkProves, foundWords, listedName, recountWords, rootWords } from '../booth/words'
import look from '../booth/ballots.module.scss'

/** The published list, read on the phone: is mine in it, and does it add up. */
export function CheckPart({ check, card }: { readonly check: StoreApi<Check>; readonly card: MotionView['card'] }) {
  const { checking, drawn, look: start, more } = useStore(check)
  const secret = card.form === 'secret'
  return (
    <Card>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          {secret ? '我的票在里面吗' : '谁投了什么'}
        </Heading>
        <View className='small'>
          {secret
            ? '名单下载到手机上，由手机自己找，不告诉任何人您选了什么。'
            : '记名票，截止后公布，外人看到的名字只有姓。手机会把名单重数一遍。'}
        </View>
        {checking.at === 'asleep' ? (
          <Button look='ghost' onTap={start}>
            {secret ? '核对我的票' : '看名单并重数'}
          </Button>
        ) : null}
        {checking.at === 'reading' ? (
          <Button look='ghost' busy onTap={start}>{`正在读名单 ${checking.read}${checking.total ? ` / ${checking.total}` : ''}`}</Button>
        ) : null}
        {checking.at === 'refused' ? <View className='body'>{refusalWords[checking.refusal]}</View> : null}
        {checking.at === 'failed' ? (
          <>
            <View className='body'>名单没有读完，可能是网络不好。</View>
            <Button look='ghost' onTap={start}>
              再读一次
            </Button>
          </>
        ) : null}
        {checking.at === 'read' ? (
          <View className='body' aria-live='polite'>
            {[
              ...(secret ? [foundWords(checking.mine, card)] : []),
              recountWords(checking.ballots, card),
              ...rootWords(checking.root, card),
            ].join('\n')}
          </View>
        ) : null}
        {checking.at === 'read' && secret && card.channels?.includes('hall') ? (
          <WrittenReceipt ballots={checking.ballots} card={card} />
        ) : null}
        {checking.at === 'read' ? (
          <>
            <View className='small'>{checkProves}</View>
            <View className='small'>{checkCannot}</View>
          </>
        ) : null}
        {checking.at === 'read' && !secret ? (
          <Named options={card.options} ballots={checking.ballots.slice(0, drawn)} rest={checking.ballots.length > drawn} onMore={more} />
        ) : null}
      </View>
    </Card>
  )
}

function Named({
  ballots,
  options,
  rest,
  onMore,
}: {
  readonly options: MotionView['card']['options']
  readonly ballots: readonly ListedBallot[]
  readonly rest: boolean
  onMore(): void
}) {
  return (
    <View className={look.ballots}>
      {ballots.map((ballot, index) => (
        <View key={index} className={look.ballot}>
          {listedName(ballot)}
          <View>{answerWords(ballot.choice, options)}</View>
        </View>
      ))}
      <ListEnd state={rest ? 'more' : 'end'} onMore={onMore} />
    </View>
  )
}
