import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { DeskScreen } from '@/features/moderation/desk/desk-screen'
import { createJudge } from '@/features/moderation/desk/judging'
import { createBench } from '@/features/moderation/desk/store'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function ModeratorPage() {
  const [bench] = useState(() => createBench(call))
  const [judge] = useState(() => createJudge(call, id => bench.getState().judged(id)))
  useDidShow(() => void bench.getState().refresh())
  usePullDownRefresh(() => void bench.getState().refresh().then(endPullDown))
  return <DeskScreen bench={bench} judge={judge} />
}
