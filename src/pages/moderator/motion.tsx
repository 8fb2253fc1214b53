import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { questionDrawer } from '@/features/vote/question/drawer'
import { MotionScreen } from '@/features/vote/question/motion-screen'
import { createPutMotion } from '@/features/vote/question/store'
import { drawKey } from '@/platform/phone/chance'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function MotionPage() {
  const { topic = '', second = '' } = useRouter().params
  const [store] = useState(() =>
    createPutMotion(topic, { call, drawer: questionDrawer(topic, second), draw: drawKey, ...(second ? { second: readTold(second) } : {}) }),
  )
  useDidShow(() => void store.getState().refresh())
  usePullDownRefresh(() => void store.getState().refresh().then(endPullDown))
  return <MotionScreen store={store} />
}
