import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { MyRollsScreen } from '@/features/roll/mine-screen'
import { createMyRolls } from '@/features/roll/mine-store'
import { drawKey } from '@/platform/phone/chance'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function MyRollsPage() {
  const [mine] = useState(() => createMyRolls(call, drawKey))
  const refresh = () => mine.getState().refresh()
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <MyRollsScreen mine={mine} />
}
