import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { CodeScreen } from '@/features/session/code-screen'
import { createCode } from '@/features/session/code-store'
import { readTold } from '@/platform/screen/navigation'
import { call } from '@/platform/talk-to-server/transport'

const says = { village: '扫一扫，到村议事厅', topic: '扫一扫，看这件事走到哪了', session: '扫一扫，到这场议事会签到' }

export default function SessionCodePage() {
  const { params } = useRouter()
  const kind = params.kind === 'topic' || params.kind === 'village' ? params.kind : 'session'
  const [code] = useState(() => createCode({ kind, id: readTold(params.id) }, call))
  useDidShow(() => void code.getState().refresh())
  return <CodeScreen page={code} says={says[kind]} />
}
