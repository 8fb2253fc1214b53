import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Page } from '@/components/page/page'
import { SessionListPart } from '@/features/sessions/list-part'
import { createSessionList } from '@/features/sessions/list-store'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function SessionsPage() {
  const [list] = useState(() => createSessionList(call))
  useDidShow(() => void list.getState().refresh())
  usePullDownRefresh(() => void list.getState().refresh().then(endPullDown))
  return <Page title='议事会' tab='sessions'><SessionListPart list={list} /></Page>
}
