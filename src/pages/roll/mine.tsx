import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { MyRollsScreen } from '@/features/rolls/mine-screen'
import { createMyRolls } from '@/features/rolls/mine-store'
import { drawKey } from '@/platform/chance'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function MyRollsPage() {
  const [mine] = useState(() => createMyRolls(call, drawKey))
  const refresh = () => mine.getState().refresh()
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <MyRollsScreen mine={mine} />
}
