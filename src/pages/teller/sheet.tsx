import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createSheet } from '@/features/vote/paper/sheet'
import { SheetScreen } from '@/features/vote/paper/sheet-screen'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function SheetPage() {
  const id = readTold(useRouter().params.id)
  const [sheet] = useState(() => createSheet(id, call))
  useDidShow(() => void sheet.getState().refresh())
  usePullDownRefresh(() => void sheet.getState().refresh().then(endPullDown))
  return <SheetScreen sheet={sheet} />
}
