import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { CodeScreen } from '@/features/sessions/code-screen'
import { createCode } from '@/features/sessions/code-store'
import { readTold } from '@/platform/navigation'
import { call } from '@/platform/transport'

export default function SessionCodePage() {
  const { params } = useRouter()
  const ofTopic = params.kind === 'topic'
  const [code] = useState(() => createCode({ kind: ofTopic ? 'topic' : 'session', id: readTold(params.id) }, call))
  useDidShow(() => void code.getState().refresh())
  return <CodeScreen page={code} says={ofTopic ? '扫一扫，看这件事走到哪了' : '扫一扫，到这场议事会签到'} />
}
