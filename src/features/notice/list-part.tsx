import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Empty } from '@/components/empty/empty'
import { Looked } from '@/components/looked/looked'
import { ListCard } from '@/components/list-card/list-card'
import { ListEnd } from '@/components/list-end/list-end'
import { Segments } from '@/components/segments/segments'
import { open } from '@/platform/screen/navigation'
import { agoWords } from '@/platform/phone/time'
import type { Board, NoticeList } from './list-store'
import { asksForVote, boardNames, cardWords, kindOf, postingShort } from './words'

const boards = (Object.keys(boardNames) as Board[]).map(key => ({ key, label: boardNames[key] }))

/** The village's board on the phone. */
export function NoticeListPart({ list }: { readonly list: StoreApi<NoticeList> }) {
  const { board, seen, show, refresh, more } = useStore(list)
  return (
    <>
      <Segments label='哪一类公示' items={boards} at={board} onChange={show} />
      <Looked seen={seen} onRetry={refresh}>
        {({ view: { notices, now, next }, more: state }) =>
          notices.length === 0 ? (
            <Empty
              title={board === 'all' ? '还没有公示' : `还没有${boardNames[board]}公示`}
              line='有了会贴在这里，也会贴在村里的公示栏。'
            />
          ) : (
            <>
              {notices.map(notice => {
                const { name, tone } = kindOf(notice)
                const { title, line } = cardWords(notice)
                return (
                  <ListCard
                    key={notice.id}
                    title={title}
                    tag={notice.title || name}
                    tone={tone}
                    meta={postingShort(notice, now) ?? agoWords(notice.at, now)}
                    line={line}
                    onTap={() =>
                      asksForVote(notice, now) ? open('vote/index', { id: notice.motionId ?? '' }) : open('notice/index', { id: notice.id })
                    }
                  />
                )
              })}
              <ListEnd state={next === null ? 'end' : state} onMore={more} />
            </>
          )
        }
      </Looked>
    </>
  )
}
