import { useEffect, useMemo, useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useStore } from 'zustand'
import { MotionOnNotice } from '@/features/vote/booth/motion-on-notice'
import { createPlea } from '@/features/talk/plea'
import { PleaSheet } from '@/features/talk/plea-sheet'
import { draftsOnThisPhone as drafts } from '@/features/notice/drafts'
import { NoticeScreen } from '@/features/notice/notice-screen'
import { createObjection } from '@/features/notice/objection-store'
import { passedOn } from '@/features/notice/passing-on'
import { createNotice } from '@/features/notice/store'
import { drawKey } from '@/platform/phone/chance'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { inTimeline, offerSharing } from '@/platform/screen/share'
import { call } from '@/platform/talk-to-server/transport'

export default function NoticePage() {
  const id = readTold(useRouter().params.id)
  const [notice] = useState(() => createNotice(id, call))
  const view = useStore(notice, ({ seen }) => (seen.at === 'shown' ? seen.view : null))
  const topicId = view?.notice.topicId
  const [alone] = useState(inTimeline)
  const objection = useMemo(() => (topicId && !alone ? createObjection(topicId, { call, drafts, draw: drawKey }) : null), [topicId, alone])
  const [plea] = useState(() => createPlea(call, () => undefined))
  useEffect(() => offerSharing(view !== null), [view])
  useShareAppMessage(() => (view ? passedOn(view) : { title: '村议事厅', path: '/pages/home/index' }))
  useShareTimeline(() => (view ? passedOn(view) : { title: '村议事厅' }))
  useDidShow(() => void notice.getState().refresh())
  usePullDownRefresh(() => void notice.getState().refresh().then(endPullDown))
  return (
    <NoticeScreen
      notice={notice}
      objection={objection}
      alone={alone}
      arithmetic={motion => <MotionOnNotice key={motion.id} card={motion} now={view?.now ?? 0} />}
      onReport={seen =>
        plea.getState().begin('report', {
          id: seen.notice.topicId,
          text: `${seen.notice.title}：《${seen.topicTitle}》`,
          photos: seen.reportPhotos,
          wordless: true,
        })
      }
    >
      <PleaSheet plea={plea} />
    </NoticeScreen>
  )
}
