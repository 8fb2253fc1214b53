import { useState } from 'react'
import { useDidShow, useRouter, usePullDownRefresh } from '@tarojs/taro'
import { PetitionScreen } from '@/features/topic/petition/screen'
import { createPetition } from '@/features/topic/petition/store'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function PetitionPage() {
  const { topic } = useRouter().params
  const [petition] = useState(() => createPetition(call, readTold(topic)))
  useDidShow(() => void petition.getState().refresh())
  usePullDownRefresh(() => void petition.getState().refresh().then(endPullDown))
  return <PetitionScreen petition={petition} />
}
