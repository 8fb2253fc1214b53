import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Page } from '@/components/page/page'
import { CountsLine } from '@/features/case-log/counts'
import { NoticeListPart } from '@/features/notices/list-part'
import { createNoticeList } from '@/features/notices/list-store'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function NoticesPage() {
  const [list] = useState(() => createNoticeList(call))
  useDidShow(() => void list.getState().refresh())
  usePullDownRefresh(() => void list.getState().refresh().then(endPullDown))
  return <Page title='公示' tab='notices'><NoticeListPart list={list} /><CountsLine call={call} /></Page>
}
