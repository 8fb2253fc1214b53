import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { createDelegations } from '@/features/village/delegations-store'
import { createHistory } from '@/features/village/history-store'
import { VillageRulesScreen } from '@/features/village/screen'
import { createRules } from '@/features/village/store'
import { drawKey } from '@/platform/phone/chance'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function VillageRulesPage() {
  const [rules] = useState(() => createRules(call, drawKey))
  const [history] = useState(() => createHistory(call))
  const [delegations] = useState(() => createDelegations(call, drawKey))
  const refresh = () => Promise.all([rules.getState().refresh(), history.getState().refresh(), delegations.getState().refresh()])
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <VillageRulesScreen rules={rules} history={history} delegations={delegations} />
}
