import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { noteDraft, queue } from '@/features/opinion/on-this-phone'
import { RecordScreen } from '@/features/opinion/record-screen'
import { createRecorder } from '@/features/opinion/recording'
import { drawKey } from '@/platform/phone/chance'
import { call } from '@/platform/talk-to-server/transport'

export default function RecordPage() {
  const { topic } = useRouter().params
  const [recorder] = useState(() => createRecorder({ call, draft: noteDraft, queue, draw: drawKey }))
  useDidShow(() => {
    void recorder.getState().open(topic ?? null)
    void queue.getState().send()
  })
  return <RecordScreen recorder={recorder} queue={queue} />
}
