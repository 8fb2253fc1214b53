import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { ReachScreen } from '@/features/reach/reach-screen'
import { createLedger } from '@/features/reach/store'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function ReachPage() {
  const notice = readTold(useRouter().params.notice)
  const [ledger] = useState(() => createLedger(notice, call))
  useDidShow(() => void ledger.getState().refresh())
  usePullDownRefresh(() => void ledger.getState().refresh().then(endPullDown))
  return <ReachScreen ledger={ledger} />
}
