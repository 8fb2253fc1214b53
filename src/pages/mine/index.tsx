import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { OwnDataScreen } from '@/features/own-data/screen'
import { createOwnData } from '@/features/own-data/store'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function MinePage() {
  const [data] = useState(() => createOwnData(call))
  useDidShow(() => void data.getState().refresh())
  usePullDownRefresh(() => void data.getState().refresh().then(endPullDown))
  return <OwnDataScreen data={data} />
}
