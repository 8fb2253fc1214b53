import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { WallScreen } from '@/features/session/wall-screen'
import { createWall } from '@/features/session/wall-store'
import { readTold } from '@/platform/screen/navigation'
import { call } from '@/platform/talk-to-server/transport'

export default function SessionHallPage() {
  const id = readTold(useRouter().params.id)
  const [wall] = useState(() => createWall(id, call))
  useDidShow(() => void wall.getState().refresh())
  return <WallScreen wall={wall} />
}
