import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { HallScreen } from '@/features/session/hall-screen'
import { createHall } from '@/features/session/hall-store'
import { readTold } from '@/platform/screen/navigation'
import { call } from '@/platform/talk-to-server/transport'

export default function SessionHallPage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHall(id, call))
  useDidShow(() => void hall.getState().refresh())
  return <HallScreen hall={hall} />
}
