import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { useFrame } from '@/components/page/frame'
import { refusalWords } from '@/contract/refusal-words'
import { useLive } from '@/platform/talk-to-server/use-live'
import { clockWords } from '@/platform/phone/time'
import type { CheckIn } from './check-in'
import { elsewhereWords, hallMoment, placesWords, waysOf } from './meeting-words'
import type { MotionView } from './store'
import look from './ballots.module.scss'

const asksEvery = 15

interface MeetingProps {
  readonly view: MotionView
  readonly checkIn: StoreApi<CheckIn>
  onRefresh(): Promise<void>
}

/** A vote held in a hall, on a voter's own phone: come and wait for the host, or hear by which way the one vote is in. */
export function MeetingPart({ view, checkIn, onRefresh }: MeetingProps) {
  const moment = hallMoment(view)
  useLive(onRefresh, moment === 'gathering' ? asksEvery : null)
  if (moment === 'gathering') return <Gathering view={view} checkIn={checkIn} />
  return moment === 'elsewhere' ? <Elsewhere view={view} /> : null
}

function Gathering({ view, checkIn }: Pick<MeetingProps, 'view' | 'checkIn'>) {
  const { coming, come } = useStore(checkIn)
  const { card, meeting } = view
  if (!meeting) return null
  const there = meeting.arrivedAt !== null
  return (
    <Card edge={there ? 'green' : 'amber'}>
      <View className={look.stack}>
        <Heading level={2} size={2}>
          {there ? '✓ 您到了' : '表决还没有开始'}
        </Heading>
        <View className='body'>
          {there
            ? `${clockWords(meeting.arrivedAt ?? 0)} 签到的。等主持人宣布开始，这里就会变成票。`
            : `人到齐了，由主持人宣布开始。${placesWords(waysOf(card))}`}
        </View>
        {coming.at === 'refused' ? (
          <View className='body red' {...role('alert')}>
            {refusalWords[coming.refusal]}
          </View>
        ) : null}
        {coming.at === 'unsure' ? (
          <View className='body' {...role('alert')}>
            没有收到回音，请再点一次，不会算成两次。
          </View>
        ) : null}
        {!there && card.onRoll ? (
          <Button busy={coming.at === 'sending'} onTap={() => void come()}>
            我到了
          </Button>
        ) : null}
        {!there && card.onRoll ? <View className='small'>到了会场再点。没有手机的人，由记录员登记。</View> : null}
      </View>
    </Card>
  )
}

function Elsewhere({ view }: { readonly view: MotionView }) {
  const { phone, dial } = useFrame()
  const { title, line } = elsewhereWords(view)
  return (
    <Card edge='amber'>
      <View className={look.stack} {...role('status')}>
        <Heading level={2} size={2}>
          {title}
        </Heading>
        <View className='body'>{line}</View>
        <View className='sub'>觉得不对，请找会场的记录员或计票人，也可以打电话问。</View>
        {phone ? (
          <Button look='ghost' onTap={() => dial(phone)}>
            打电话给议事厅 {phone}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
