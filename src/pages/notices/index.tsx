import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Page } from '@/components/page/page'
import { CountsLine } from '@/features/moderation/log/counts'
import { NoticeListPart } from '@/features/notice/list-part'
import { createNoticeList } from '@/features/notice/list-store'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function NoticesPage() {
  const [list] = useState(() => createNoticeList(call))
  useDidShow(() => void list.getState().refresh())
  usePullDownRefresh(() => void list.getState().refresh().then(endPullDown))
  return (
    <Page title='公示' tab='notices'>
      <NoticeListPart list={list} />
      <CountsLine call={call} />
    </Page>
  )
}
