import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { RollsScreen } from '@/features/rolls/index-screen'
import { createRolls } from '@/features/rolls/store'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function RollsPage() {
  const [rolls] = useState(() => createRolls(call))
  const refresh = () => rolls.getState().refresh()
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <RollsScreen rolls={rolls} />
}
