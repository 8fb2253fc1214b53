import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { noteDraft, queue } from '@/features/opinions/on-this-phone'
import { RecordScreen } from '@/features/opinions/record-screen'
import { createRecorder } from '@/features/opinions/recording'
import { drawKey } from '@/platform/chance'
import { call } from '@/platform/transport'

export default function RecordPage() {
  const { topic } = useRouter().params
  const [recorder] = useState(() => createRecorder({ call, draft: noteDraft, queue, draw: drawKey }))
  useDidShow(() => {
    void recorder.getState().open(topic ?? null)
    void queue.getState().send()
  })
  return <RecordScreen recorder={recorder} queue={queue} />
}
