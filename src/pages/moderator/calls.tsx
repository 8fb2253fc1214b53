import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { CallsScreen } from '@/features/notice/reach/calls-screen'
import { createCalls } from '@/features/notice/reach/calls-store'
import { photoData, pickPhotos } from '@/platform/files/photos'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function CallsPage() {
  const [calls] = useState(() => createCalls({ call, pick: pickPhotos, read: photoData }))
  useDidShow(() => void calls.getState().refresh())
  usePullDownRefresh(() => void calls.getState().refresh().then(endPullDown))
  return <CallsScreen calls={calls} />
}
