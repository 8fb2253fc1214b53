import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Image, View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { BallotPaper } from '@/components/ballot-paper/ballot-paper'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Heading } from '@/components/heading/heading'
import { FrameContext, useFrame } from '@/components/page/frame'
import { Page } from '@/components/page/page'
import { Pair } from '@/components/row/row'
import { Switch } from '@/components/switch/switch'
import { refusalWords } from '@/contract/refusal-words'
import { answerWords, type Answer } from '@/domain/vote/question/answers'
import type { Helping } from '@/platform/talk-to-server/helping'
import { useLive } from '@/platform/talk-to-server/use-live'
import { codeOf } from './code'
import type { Device, Turn } from './device'
import { Heard, HelpLine, HelpSheet } from './help-part'
import type { HallVoteView } from './store'
import { groupWords, paperAloud, saidBackAloud } from './words'
import look from './hall-vote.module.scss'

type Card = HallVoteView['card']
interface DeviceProps {
  readonly device: StoreApi<Device>
  /** Anew for each voter: nobody sees who helped the one before. */
  newHelping(): StoreApi<Helping>
  readonly card: Card
  onBack(): void
}

const patience = 60
const warnsAt = 20

/** The hall's device in a voter's hands: only the question is on it. Untouched for a minute it clears itself. */
export function DeviceScreen({ device, newHelping, card, onBack }: DeviceProps) {
  const [helping] = useState(newHelping)
  const { turn, helper } = useStore(device)
  const frame = useFrame()
  const [large, enlarge] = useState(frame.elder)
  const inside = useMemo(
    () => ({ ...frame, elder: large || helper !== null, back: () => device.getState().giveBack() }),
    [frame, large, helper, device],
  )
  useEffect(() => {
    if (turn.at === 'back') enlarge(frame.elder)
  }, [turn.at, frame.elder])
  const [left, again] = useSecondsLeft(turn, () => device.getState().giveBack())
  return (
    <FrameContext.Provider value={inside}>
      <Page title='会场投票' {...actionsOf(turn, card, device, onBack)}>
        {turn.at === 'back' ? null : <Switch label='大字' note='看不清就打开' on={large} onChange={enlarge} />}
        {left !== null && left <= warnsAt ? (
          <Banner tone='amber' action={{ label: '我还在', onTap: again }}>{`${left} 秒没人动，就会清屏`}</Banner>
        ) : null}
        <View className={look.alone}>{moment(turn, card, device, helping)}</View>
        {turn.at === 'choosing' ? <HelpSheet helping={helping} device={device} /> : null}
      </Page>
    </FrameContext.Provider>
  )
}

/** How long until the screen clears itself, counted from the last touch; null where there is nothing to clear, or an answer is awaited. */
function useSecondsLeft(turn: Turn, over: () => void): readonly [number | null, () => void] {
  const waits = turn.at === 'handing' || turn.at === 'choosing' || turn.at === 'confirming' || turn.at === 'cast' || turn.at === 'refused'
  const [until, extend] = useState(0)
  const [, tick] = useState(0)
  useEffect(() => {
    if (waits) extend(Date.now() + patience * 1000)
  }, [turn, waits])
  useLive(
    () => {
      const seconds = Math.ceil((until - Date.now()) / 1000)
      if (seconds <= 0) over()
      else if (seconds <= warnsAt) tick(seconds)
    },
    waits && until > 0 ? 1 : null,
  )
  return [waits && until > 0 ? Math.max(0, Math.ceil((until - Date.now()) / 1000)) : null, () => extend(Date.now() + patience * 1000)]
}

const whose = (turn: Exclude<Turn, { at: 'rest' | 'back' }>): string => `${turn.voter.name}（${groupWords(turn.voter)}）`

function moment(turn: Turn, card: Card, device: StoreApi<Device>, helping: StoreApi<Helping>): ReactNode {
  const { helper } = device.getState()
  switch (turn.at) {
    case 'rest':
      return null
    case 'handing':
      return (
        <>
          <View className='h2'>请把平板交给</View>
          <View className={look.name}>{turn.voter.name}</View>
          <View className='sub centre'>{groupWords(turn.voter)}</View>
          <View className='sub'>交给他以后，请走开两步，不要看他怎么选。</View>
        </>
      )
    case 'choosing':
      return (
        <>
          <View className='sub'>投票的人：{whose(turn)}</View>
          <Heading level={2} size={2}>
            {card.text}
          </Heading>
          <BallotPaper card={card} answer={turn.choice} onAnswer={device.getState().choose} />
          {helper ? <Heard key={helper.words} words={paperAloud(card)} /> : null}
          <HelpLine helper={helper} onTap={() => void helping.getState().begin()} />
        </>
      )
    case 'confirming':
    case 'sending':
      return (
        <>
          <View className='sub'>{whose(turn)}，您选的是</View>
          <View className={look.chosen}>{answerWords(turn.choice, card.options)}</View>
          {helper ? <Heard words={saidBackAloud(answerWords(turn.choice, card.options))} /> : null}
          <View className='body'>投出以后不能再改{card.form === 'secret' ? '，谁也看不到您选了什么' : '。记名票，结束后名单会公布'}。</View>
        </>
      )
    case 'unsure':
      return (
        <View {...role('alert')}>
          <Heading level={2} size={2}>
            不确定投到了没有
          </Heading>
          <View className='body'>没有收到回音。请再点一次，送出的是同一张票，不会算成两票。还不行，请叫计票人来。</View>
        </View>
      )
    case 'refused':
      return (
        <View {...role('alert')}>
          <Heading level={2} size={2}>
            没有投出
          </Heading>
          <View className='body'>{refusalWords[turn.refusal]}</View>
        </View>
      )
    case 'cast':
      return (
        <View {...role('status', undefined, { 'aria-live': 'polite' })}>
          <Heading level={2} size={2}>
            ✓ 您的票投好了
          </Heading>
          {turn.receipt === null ? <View className='body'>记名票，结束后名单会公布。</View> : <Receipt receipt={turn.receipt} />}
        </View>
      )
    case 'back':
      return (
        <>
          <Heading level={2} size={2}>
            请把平板还给计票人
          </Heading>
          <View className='body'>{backWords[turn.why](turn.name)}</View>
          <View className='sub'>屏幕清干净了，刚才选的什么都没有留下。</View>
        </>
      )
  }
}

const backWords = {
  voted: (name: string) => `${name} 投好了。`,
  'not-voted': (name: string) => `${name} 这一次没有投出。要投可以再来。`,
  'not-known': (name: string) => `${name} 的票不确定投到了没有。请再找一下他的名字，名册上写着。`,
} as const

const inFours = (receipt: string): string => (receipt.match(/.{1,4}/g) ?? []).join(' ')

function Receipt({ receipt }: { readonly receipt: string }) {
  const code = useMemo(() => codeOf(receipt), [receipt])
  return (
    <>
      <View className='body'>这是您的回执。用自己的手机拍下来，或者抄下来：结果出来以后，能查到您这一票在里面。</View>
      <Image
        className={look.code}
        src={code}
        mode='aspectFit'
        {...(process.env.TARO_ENV === 'h5' ? { imgProps: { alt: '回执的码' } } : { 'aria-label': '回执的码' })}
      />
      <View className={look.receipt}>{inFours(receipt)}</View>
      <View className='small'>别人没有它，就查不到您选了什么，所以不要给别人看。交回以后，这里不再有。</View>
    </>
  )
}

/** The answer on a button, where it is short enough to be one; a ranking stands above it. */
const briefly = (choice: Answer, card: Card): string => {
  const words = answerWords(choice, card.options)
  return words.length <= 12 ? `：${words}` : ''
}

function actionsOf(
  turn: Turn,
  card: Card,
  device: StoreApi<Device>,
  onBack: () => void,
): { readonly actions?: ReactNode; readonly note?: string } {
  const { helper, begin, confirm, rethink, cast, giveBack, goOn } = device.getState()
  switch (turn.at) {
    case 'rest':
      return {}
    case 'handing':
      return {
        actions: (
          <Pair>
            <Button onTap={begin}>是我，开始投票</Button>
            <Button look='ghost' onTap={() => giveBack()}>
              不是我
            </Button>
          </Pair>
        ),
      }
    case 'choosing':
      return {
        actions: (
          <Pair>
            <Button disabled={turn.choice === null} onTap={confirm}>
              {turn.choice === null ? '先选一项' : `我选好了${briefly(turn.choice, card)}`}
            </Button>
            <Button look='ghost' onTap={() => giveBack()}>
              先不投，交回
            </Button>
          </Pair>
        ),
      }
    case 'confirming':
      return {
        actions: (
          <Pair>
            <Button onTap={() => void cast()}>{`${helper ? '我听清了，' : ''}投出${briefly(turn.choice, card)}`}</Button>
            <Button look='ghost' onTap={rethink}>
              再想想
            </Button>
          </Pair>
        ),
      }
    case 'sending':
      return {
        actions: (
          <Button busy onTap={() => undefined}>
            正在投出
          </Button>
        ),
      }
    case 'unsure':
      return {
        actions: (
          <Pair>
            <Button onTap={() => void cast()}>再送一次同一张票</Button>
            <Button look='ghost' onTap={() => giveBack()}>
              交回
            </Button>
          </Pair>
        ),
      }
    case 'refused':
      return { actions: <Button onTap={() => giveBack()}>交回</Button> }
    case 'cast':
      return { actions: <Button onTap={() => giveBack()}>{turn.receipt === null ? '交回' : '回执拍好了，交回'}</Button> }
    case 'back':
      return {
        actions: (
          <Button
            onTap={() => {
              goOn()
              onBack()
            }}
          >
            我是计票人，继续
          </Button>
        ),
      }
  }
}
