import { useMemo, useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useStore } from 'zustand'
import { MotionOnNotice } from '@/features/ballots/motion-on-notice'
import { draftsOnThisPhone as drafts } from '@/features/notices/drafts'
import { NoticeScreen } from '@/features/notices/notice-screen'
import { createObjection } from '@/features/notices/objection-store'
import { createNotice } from '@/features/notices/store'
import { drawKey } from '@/platform/chance'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

export default function NoticePage() {
  const id = readTold(useRouter().params.id)
  const [notice] = useState(() => createNotice(id, call))
  const view = useStore(notice, ({ seen }) => (seen.at === 'shown' ? seen.view : null))
  const topicId = view?.notice.topicId
  const objection = useMemo(() => (topicId ? createObjection(topicId, { call, drafts, draw: drawKey }) : null), [topicId])
  useDidShow(() => void notice.getState().refresh())
  usePullDownRefresh(() => void notice.getState().refresh().then(endPullDown))
  return <NoticeScreen notice={notice} objection={objection} arithmetic={motion => <MotionOnNotice key={motion.id} card={motion} now={view?.now ?? 0} />} />
}
