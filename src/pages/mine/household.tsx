import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { createHousehold } from '@/features/binding/household'
import { HouseholdScreen } from '@/features/binding/household-screen'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function HouseholdPage() {
  const [household] = useState(() => createHousehold(call))
  useDidShow(() => void household.getState().refresh())
  usePullDownRefresh(() => void household.getState().refresh().then(endPullDown))
  return <HouseholdScreen household={household} />
}
