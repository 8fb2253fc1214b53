import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { CountsLine } from '@/features/moderation/log/counts'
import { LogScreen } from '@/features/moderation/log/log-screen'
import { createCaseLog } from '@/features/moderation/log/store'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function CaseLogPage() {
  const [log] = useState(() => createCaseLog(call))
  useDidShow(() => void log.getState().refresh())
  usePullDownRefresh(() => void log.getState().refresh().then(endPullDown))
  return (
    <LogScreen log={log}>
      <CountsLine call={call} />
    </LogScreen>
  )
}
