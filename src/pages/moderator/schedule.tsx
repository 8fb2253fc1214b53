import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { planDrawer } from '@/features/scheduling/drawer'
import { ScheduleScreen } from '@/features/scheduling/schedule-screen'
import { createScheduling } from '@/features/scheduling/store'
import { drawKey } from '@/platform/chance'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function SchedulePage() {
  const { topic = '' } = useRouter().params
  const [store] = useState(() => createScheduling(topic, { call, drawer: planDrawer(topic), draw: drawKey }))
  useDidShow(() => void store.getState().refresh())
  usePullDownRefresh(() => void store.getState().refresh().then(endPullDown))
  return <ScheduleScreen store={store} />
}
