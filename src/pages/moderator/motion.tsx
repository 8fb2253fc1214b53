import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { questionDrawer } from '@/features/motions/drawer'
import { MotionScreen } from '@/features/motions/motion-screen'
import { createPutMotion } from '@/features/motions/store'
import { drawKey } from '@/platform/chance'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function MotionPage() {
  const { topic = '', second = '' } = useRouter().params
  const [store] = useState(() => createPutMotion(topic, { call, drawer: questionDrawer(topic, second), draw: drawKey, ...(second ? { second: readTold(second) } : {}) }))
  useDidShow(() => void store.getState().refresh())
  usePullDownRefresh(() => void store.getState().refresh().then(endPullDown))
  return <MotionScreen store={store} />
}
