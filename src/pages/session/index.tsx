import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createDesk } from '@/features/session/desk-store'
import { SessionScreen } from '@/features/session/session-screen'
import { createSession } from '@/features/session/store'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function SessionPage() {
  const id = readTold(useRouter().params.id)
  const [session] = useState(() => createSession(id, call))
  const [desk] = useState(() => createDesk(id, call))
  useDidShow(() => void session.getState().refresh())
  usePullDownRefresh(() => void session.getState().refresh().then(endPullDown))
  return <SessionScreen session={session} desk={desk} />
}
