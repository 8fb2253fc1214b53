import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Empty } from '@/components/empty/empty'
import { ErrorState } from '@/components/error-state/error-state'
import { ListCard } from '@/components/list-card/list-card'
import { ListEnd } from '@/components/list-end/list-end'
import { Segments } from '@/components/segments/segments'
import { Skeleton } from '@/components/skeleton/skeleton'
import { open } from '@/platform/screen/navigation'
import { agoWords } from '@/platform/phone/time'
import type { Board, NoticeList } from './list-store'
import { asksForVote, boardNames, cardWords, kindOf, postingShort } from './words'

const boards = (Object.keys(boardNames) as Board[]).map(key => ({ key, label: boardNames[key] }))

/** The village's board on the phone. */
export function NoticeListPart({ list }: { readonly list: StoreApi<NoticeList> }) {
  const { board, listed, show, refresh, more } = useStore(list)
  return (
    <>
      <Segments label='哪一类公示' items={boards} at={board} onChange={show} />
      {listed.at === 'loading' ? <Skeleton /> : null}
      {listed.at === 'failed' ? <ErrorState onRetry={refresh} /> : null}
      {listed.at === 'shown' && listed.notices.length === 0 ? (
        <Empty title={board === 'all' ? '还没有公示' : `还没有${boardNames[board]}公示`} line='有了会贴在这里，也会贴在村里的公示栏。' />
      ) : null}
      {listed.at === 'shown'
        ? listed.notices.map(notice => {
            const { name, tone } = kindOf(notice)
            const { title, line } = cardWords(notice)
            return (
              <ListCard
                key={notice.id}
                title={title}
                tag={notice.title || name}
                tone={tone}
                meta={postingShort(notice, listed.now) ?? agoWords(notice.at, listed.now)}
                line={line}
                onTap={() =>
                  asksForVote(notice, listed.now)
                    ? open('vote/index', { id: notice.motionId ?? '' })
                    : open('notice/index', { id: notice.id })
                }
              />
            )
          })
        : null}
      {listed.at === 'shown' && listed.notices.length > 0 ? (
        <ListEnd state={listed.next === null ? 'end' : listed.more === 'ready' ? 'more' : listed.more} onMore={more} />
      ) : null}
    </>
  )
}
