import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { CollectedScreen } from '@/features/opinions/collected-screen'
import { queue } from '@/features/opinions/on-this-phone'
import { createCollected } from '@/features/opinions/store'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

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
