import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createSheet } from '@/features/hall-vote/sheet'
import { SheetScreen } from '@/features/hall-vote/sheet-screen'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function SheetPage() {
  const id = readTold(useRouter().params.id)
  const [sheet] = useState(() => createSheet(id, call))
  useDidShow(() => void sheet.getState().refresh())
  usePullDownRefresh(() => void sheet.getState().refresh().then(endPullDown))
  return <SheetScreen sheet={sheet} />
}
