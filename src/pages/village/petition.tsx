import { useState } from 'react'
import { useDidShow, useRouter, usePullDownRefresh } from '@tarojs/taro'
import { PetitionScreen } from '@/features/petition/screen'
import { createPetition } from '@/features/petition/store'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function PetitionPage() {
  const { topic } = useRouter().params
  const [petition] = useState(() => createPetition(call, readTold(topic)))
  useDidShow(() => void petition.getState().refresh())
  usePullDownRefresh(() => void petition.getState().refresh().then(endPullDown))
  return <PetitionScreen petition={petition} />
}
