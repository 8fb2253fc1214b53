import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { createHousehold } from '@/features/resident/household/household'
import { HouseholdScreen } from '@/features/resident/household/household-screen'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function HouseholdPage() {
  const [household] = useState(() => createHousehold(call))
  useDidShow(() => void household.getState().refresh())
  usePullDownRefresh(() => void household.getState().refresh().then(endPullDown))
  return <HouseholdScreen household={household} />
}
