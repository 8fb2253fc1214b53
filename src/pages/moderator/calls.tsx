import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { CallsScreen } from '@/features/reach/calls-screen'
import { createCalls } from '@/features/reach/calls-store'
import { photoData, pickPhotos } from '@/platform/photos'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function CallsPage() {
  const [calls] = useState(() => createCalls({ call, pick: pickPhotos, read: photoData }))
  useDidShow(() => void calls.getState().refresh())
  usePullDownRefresh(() => void calls.getState().refresh().then(endPullDown))
  return <CallsScreen calls={calls} />
}
