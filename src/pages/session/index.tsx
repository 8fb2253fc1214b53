import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createDesk } from '@/features/sessions/desk-store'
import { SessionScreen } from '@/features/sessions/session-screen'
import { createSession } from '@/features/sessions/store'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function SessionPage() {
  const id = readTold(useRouter().params.id)
  const [session] = useState(() => createSession(id, call))
  const [desk] = useState(() => createDesk(id, call))
  useDidShow(() => void session.getState().refresh())
  usePullDownRefresh(() => void session.getState().refresh().then(endPullDown))
  return <SessionScreen session={session} desk={desk} />
}
