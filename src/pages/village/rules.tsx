import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { createDelegations } from '@/features/village-rules/delegations-store'
import { createHistory } from '@/features/village-rules/history-store'
import { VillageRulesScreen } from '@/features/village-rules/screen'
import { createRules } from '@/features/village-rules/store'
import { drawKey } from '@/platform/chance'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function VillageRulesPage() {
  const [rules] = useState(() => createRules(call, drawKey))
  const [history] = useState(() => createHistory(call))
  const [delegations] = useState(() => createDelegations(call, drawKey))
  const refresh = () => Promise.all([rules.getState().refresh(), history.getState().refresh(), delegations.getState().refresh()])
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <VillageRulesScreen rules={rules} history={history} delegations={delegations} />
}
