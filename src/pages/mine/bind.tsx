import { useState } from 'react'
import { useLoad } from '@tarojs/taro'
import { createTaking } from '@/features/binding/taking'
import { TakingScreen } from '@/features/binding/taking-screen'
import { readTold } from '@/platform/navigation'
import { call } from '@/platform/transport'

export default function BindPage() {
  const [taking] = useState(() => createTaking(call))
  useLoad(({ code }) => { if (typeof code === 'string') void taking.getState().scanned(readTold(code)) })
  return <TakingScreen taking={taking} />
}
