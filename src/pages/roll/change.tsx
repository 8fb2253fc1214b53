import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { ChangeScreen } from '@/features/roll/change-screen'
import { createChange } from '@/features/roll/change-store'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function ChangePage() {
  const { id } = useRouter().params
  const [change] = useState(() => createChange(readTold(id), call))
  const refresh = () => change.getState().refresh()
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <ChangeScreen change={change} />
}
