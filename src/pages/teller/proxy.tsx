import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createProxies } from '@/features/vote/hall/proxies'
import { ProxyScreen } from '@/features/vote/hall/proxy-screen'
import { createHallVote } from '@/features/vote/hall/store'
import { drawKey } from '@/platform/phone/chance'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function ProxyPage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHallVote(id, { call, draw: drawKey }))
  const [proxies] = useState(() => createProxies(id, { call, refresh: hall.getState().refresh }))
  useDidShow(() => void hall.getState().refresh())
  usePullDownRefresh(() => void hall.getState().refresh().then(endPullDown))
  return <ProxyScreen hall={hall} proxies={proxies} />
}
