import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createCount } from '@/features/vote/paper/count'
import { CountScreen } from '@/features/vote/paper/count-screen'
import { createHallVote } from '@/features/vote/hall/store'
import { drawKey } from '@/platform/phone/chance'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function CountPage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHallVote(id, { call, draw: drawKey }))
  const [count] = useState(() => createCount(id, { call, refresh: hall.getState().refresh }))
  useDidShow(() => void hall.getState().refresh())
  usePullDownRefresh(() => void hall.getState().refresh().then(endPullDown))
  return <CountScreen motionId={id} hall={hall} count={count} />
}
