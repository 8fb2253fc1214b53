import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { ReachScreen } from '@/features/notice/reach/reach-screen'
import { createLedger } from '@/features/notice/reach/store'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function ReachPage() {
  const notice = readTold(useRouter().params.notice)
  const [ledger] = useState(() => createLedger(notice, call))
  useDidShow(() => void ledger.getState().refresh())
  usePullDownRefresh(() => void ledger.getState().refresh().then(endPullDown))
  return <ReachScreen ledger={ledger} />
}
