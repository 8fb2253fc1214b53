import { useState } from 'react'
import { useLoad } from '@tarojs/taro'
import { createTaking } from '@/features/resident/household/taking'
import { TakingScreen } from '@/features/resident/household/taking-screen'
import { readTold } from '@/platform/screen/navigation'
import { call } from '@/platform/talk-to-server/transport'

export default function BindPage() {
  const [taking] = useState(() => createTaking(call))
  useLoad(({ code }) => {
    if (typeof code === 'string') void taking.getState().scanned(readTold(code))
  })
  return <TakingScreen taking={taking} />
}
