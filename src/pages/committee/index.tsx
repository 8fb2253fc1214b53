import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { CollectedScreen } from '@/features/opinion/collected-screen'
import { queue } from '@/features/opinion/on-this-phone'
import { createCollected } from '@/features/opinion/store'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function CommitteePage() {
  const [list] = useState(() => createCollected(call))
  const refresh = async () => {
    const before = queue.getState().arrived
    await Promise.all([list.getState().refresh(), queue.getState().send()])
    if (queue.getState().arrived > before) await list.getState().refresh()
  }
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return <CollectedScreen list={list} queue={queue} />
}
