import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { RollsScreen } from '@/features/roll/index-screen'
import { createRolls } from '@/features/roll/store'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function RollsPage() {
  const [rolls] = useState(() => createRolls(call))
  const refresh = () => rolls.getState().refresh()
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <RollsScreen rolls={rolls} />
}
