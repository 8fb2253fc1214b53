import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { HallScreen } from '@/features/sessions/hall-screen'
import { createHall } from '@/features/sessions/hall-store'
import { readTold } from '@/platform/navigation'
import { call } from '@/platform/transport'

export default function SessionHallPage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHall(id, call))
  useDidShow(() => void hall.getState().refresh())
  return <HallScreen hall={hall} />
}
