import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createProxies } from '@/features/hall-vote/proxies'
import { ProxyScreen } from '@/features/hall-vote/proxy-screen'
import { createHall } from '@/features/hall-vote/store'
import { drawKey } from '@/platform/chance'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function ProxyPage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHall(id, { call, draw: drawKey }))
  const [proxies] = useState(() => createProxies(id, { call, refresh: hall.getState().refresh }))
  useDidShow(() => void hall.getState().refresh())
  usePullDownRefresh(() => void hall.getState().refresh().then(endPullDown))
  return <ProxyScreen hall={hall} proxies={proxies} />
}
