import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { CountsLine } from '@/features/case-log/counts'
import { LogScreen } from '@/features/case-log/log-screen'
import { createCaseLog } from '@/features/case-log/store'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function CaseLogPage() {
  const [log] = useState(() => createCaseLog(call))
  useDidShow(() => void log.getState().refresh())
  usePullDownRefresh(() => void log.getState().refresh().then(endPullDown))
  return <LogScreen log={log}><CountsLine call={call} /></LogScreen>
}
