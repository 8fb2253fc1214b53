import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Chips } from '@/components/chips/chips'
import { Heading } from '@/components/heading/heading'
import { refusalWords } from '@/contract/refusal-words'
import { Digits } from './digits'
import { usualWay, type SessionScreen, type SessionView } from './store'
import look from './sessions.module.scss'

const ways = [
  { value: 'hall', label: '我在会场' },
  { value: 'online', label: '我在线上' },
] as const

/** At the door: the six digits from the hall's screen. */
export function CheckIn({ session, view }: { readonly session: StoreApi<SessionScreen>; readonly view: SessionView }) {
  const { code, doing, from, type, comeFrom, checkIn } = useStore(session)
  const mine = doing.at !== 'rest' && doing.deed === 'check-in' ? doing : null
  const trouble =
    mine?.at === 'refused' ? refusalWords[mine.refusal] : mine?.at === 'unsure' ? '没有收到回音，请再点一次签到，不会重复。' : null
  return (
    <Card edge='amber'>
      <Heading level={2} size={2}>
        签到
      </Heading>
      <View className='sub'>请输入会场屏幕上的六个数字（线上的听主持人读）。</View>
      {view.card.mode === 'both' ? (
        <Chips label='您在哪里' hideLabel options={ways} value={from ?? usualWay(view)} onChange={comeFrom} />
      ) : null}
      <Digits value={code} wrong={trouble !== null} onChange={type} onDone={checkIn} />
      {trouble ? (
        <View className={look.error} {...role('alert')}>
          {trouble}
        </View>
      ) : null}
      <Button busy={mine?.at === 'sending'} disabled={code.length !== 6} onTap={checkIn}>
        {code.length === 6 ? '签到' : `还差 ${6 - code.length} 个数字`}
      </Button>
      <View className='small'>不方便的话，请找记录员帮您签到。</View>
    </Card>
  )
}
