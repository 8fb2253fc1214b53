import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { planDrawer } from '@/features/session/plan/drawer'
import { ScheduleScreen } from '@/features/session/plan/schedule-screen'
import { createScheduling } from '@/features/session/plan/store'
import { drawKey } from '@/platform/phone/chance'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function SchedulePage() {
  const { topic = '' } = useRouter().params
  const [store] = useState(() => createScheduling(topic, { call, drawer: planDrawer(topic), draw: drawKey }))
  useDidShow(() => void store.getState().refresh())
  usePullDownRefresh(() => void store.getState().refresh().then(endPullDown))
  return <ScheduleScreen store={store} />
}
