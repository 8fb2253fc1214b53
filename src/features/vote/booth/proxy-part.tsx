import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { BallotPaper } from '@/components/ballot-paper/ballot-paper'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Sheet } from '@/components/dialog/dialog'
import { Heading } from '@/components/heading/heading'
import { Stack } from '@/components/row/row'
import { refusalWords } from '@/contract/refusal-words'
import { answerWords } from '@/domain/vote/question/answers'
import type { ProxyVote } from './proxy-vote'
import type { MotionView } from './store'
import { unsureWords } from './words'
import look from './ballots.module.scss'

/** Whom else this voter votes for on a written proxy: one ballot each, beside their own. */
export function ProxyPart({
  view,
  proxy,
  open,
}: {
  readonly view: MotionView
  readonly proxy: StoreApi<ProxyVote>
  readonly open: boolean
}) {
  const { unit, standing, begin, leave } = useStore(proxy)
  const { proxies = [], card } = view
  if (proxies.length === 0) return null
  return (
    <Card>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          家人委托您投的
        </Heading>
        {proxies.map(one =>
          one.voted ? (
            <View key={one.unitId} className='sub'>
              ✓ {one.name} 的票投好了
            </View>
          ) : (
            <Button key={one.unitId} look='ghost' disabled={!open} onTap={() => begin(one)}>
              还要替 {one.name} 投
            </Button>
          ),
        )}
        <View className='small'>{open ? '每人一票，分开投。本人来了，委托就不算了。' : '表决开始以后才能投。'}</View>
      </View>
      <Sheet open={unit !== null} title={`替 ${unit?.name ?? ''} 投`} onClose={leave} actions={<Actions proxy={proxy} card={card} />}>
        <Stack>
          <View className='body'>{card.text}</View>
          {standing.at === 'choosing' ? <BallotPaper card={card} answer={standing.choice} onAnswer={proxy.getState().choose} /> : null}
          {standing.at === 'confirming' || standing.at === 'sending' ? (
            <>
              <View className={look.chosen}>{answerWords(standing.choice, card.options)}</View>
              <View className='sub'>投出以后不能再改。</View>
            </>
          ) : null}
          {standing.at === 'unsure' ? (
            <View className='body' {...role('alert')}>
              {unsureWords}
            </View>
          ) : null}
          {standing.at === 'refused' ? (
            <View className='body' {...role('alert')}>
              {refusalWords[standing.refusal]}
            </View>
          ) : null}
        </Stack>
      </Sheet>
    </Card>
  )
}

function Actions({ proxy, card }: { readonly proxy: StoreApi<ProxyVote>; readonly card: MotionView['card'] }) {
  const { unit, standing, confirm, cast, leave } = useStore(proxy)
  switch (standing.at) {
    case 'rest':
      return null
    case 'choosing':
      return (
        <Button disabled={standing.choice === null} onTap={confirm}>
          {standing.choice === null ? '先选一项' : `替 ${unit?.name ?? ''} 选好了：${answerWords(standing.choice, card.options)}`}
        </Button>
      )
    case 'confirming':
    case 'sending':
      return (
        <Button busy={standing.at === 'sending'} onTap={() => void cast()}>
          替 {unit?.name ?? ''} 投出：{answerWords(standing.choice, card.options)}
        </Button>
      )
    case 'unsure':
      return <Button onTap={() => void cast()}>再送一次同一张票</Button>
    case 'refused':
      return <Button onTap={leave}>知道了</Button>
  }
}
