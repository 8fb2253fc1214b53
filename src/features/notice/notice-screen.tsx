import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { ReadAloud } from '@/components/read-aloud/read-aloud'
import { open } from '@/platform/screen/navigation'
import { useReadAloud } from '@/platform/voice/use-read-aloud'
import { NextPart, ResultPart, ViewsPart } from './decision-part'
import { BoardCode, HeadPart } from './head-part'
import { ObjectionSheet, PostingPart } from './posting-part'
import type { Objection } from './objection-store'
import type { NoticeScreen as Notice, NoticeView } from './store'
import { aloudWords, kindOf } from './words'
import look from './notices.module.scss'

interface NoticeScreenProps {
  readonly notice: StoreApi<Notice>
  readonly objection: StoreApi<Objection> | null
  /** Shown by itself in somebody's timeline, from where nothing can be opened. */
  readonly alone: boolean
  /** The arithmetic of a motion, drawn by the feature that knows ballots. */
  arithmetic(motion: NoticeView['motions'][number]): ReactNode
  /** Asks that somebody look at one of its pictures. */
  onReport(view: NoticeView): void
  readonly children?: ReactNode
}

/** What was decided, what happens next, how it was counted, and how to object. */
export function NoticeScreen({ notice, objection, alone, arithmetic, onReport, children }: NoticeScreenProps) {
  const { seen, refresh } = useStore(notice)
  const aloud = useReadAloud(() => (seen.at === 'shown' ? aloudWords(seen.view) : ''))
  if (seen.at === 'failed' && alone)
    return (
      <Page title='公示'>
        <Empty title='请到小程序里看这份公示' line='点下面的“前往小程序”，不用登录就能看。' />
      </Page>
    )
  if (seen.at !== 'shown')
    return <Unseen title='公示' seen={seen} look='page' rows={3} elsewhere='可以从“公示”里再找找。' onRetry={refresh} />
  const { view } = seen
  const { topicId, sessionId } = view.notice
  return (
    <Page title={kindOf(view.notice).name}>
      <HeadPart view={view} />
      <ReadAloud aloud={aloud} />
      <ResultPart view={view} />
      <NextPart view={view} />
      {view.motions.map(arithmetic)}
      <ViewsPart views={view.views} />
      {objection ? <PostingPart view={view} objection={objection} /> : null}
      {alone ? (
        <View className='sub'>点下面的“前往小程序”，可以看来龙去脉、提意见。</View>
      ) : (
        <LinkRows>
          <LinkRow title='看这件事的来龙去脉' line={view.topicTitle} onTap={() => open('topic/index', { id: topicId })} />
          {view.mayReach ? (
            <LinkRow title='谁知道了，谁还不知道' onTap={() => open('moderator/reach', { notice: view.notice.id })} />
          ) : null}
          {sessionId ? <LinkRow title='看这场议事会' onTap={() => open('session/index', { id: sessionId })} /> : null}
        </LinkRows>
      )}
      <BoardCode code={view.boardCode} />
      {!alone && view.reportPhotos.length > 0 ? (
        <View className={look.report}>
          <Button look='quiet' onTap={() => onReport(view)}>
            举报照片
          </Button>
        </View>
      ) : null}
      {objection ? <ObjectionSheet objection={objection} /> : null}
      {children}
    </Page>
  )
}
