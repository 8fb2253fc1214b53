import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { ChangeScreen } from '@/features/rolls/change-screen'
import { createChange } from '@/features/rolls/change-store'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function ChangePage() {
  const { id } = useRouter().params
  const [change] = useState(() => createChange(readTold(id), call))
  const refresh = () => change.getState().refresh()
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <ChangeScreen change={change} />
}
