import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { FilePage } from '@/features/topic/file/file-screen'
import { createFile } from '@/features/topic/file/store'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function TopicFilePage() {
  const id = readTold(useRouter().params.id)
  const [file] = useState(() => createFile(id, call))
  useDidShow(() => void file.getState().refresh())
  usePullDownRefresh(() => void file.getState().refresh().then(endPullDown))
  return <FilePage file={file} />
}
