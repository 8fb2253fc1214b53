import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createCount } from '@/features/hall-vote/count'
import { CountScreen } from '@/features/hall-vote/count-screen'
import { createHall } from '@/features/hall-vote/store'
import { drawKey } from '@/platform/chance'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function CountPage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHall(id, { call, draw: drawKey }))
  const [count] = useState(() => createCount(id, { call, refresh: hall.getState().refresh }))
  useDidShow(() => void hall.getState().refresh())
  usePullDownRefresh(() => void hall.getState().refresh().then(endPullDown))
  return <CountScreen motionId={id} hall={hall} count={count} />
}
