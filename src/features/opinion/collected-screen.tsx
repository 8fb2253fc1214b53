import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { ErrorState } from '@/components/error-state/error-state'
import { ListEnd } from '@/components/list-end/list-end'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Page } from '@/components/page/page'
import { Skeleton } from '@/components/skeleton/skeleton'
import { Stats } from '@/components/stats/stats'
import { refusalWords } from '@/contract/refusal-words'
import { open } from '@/platform/screen/navigation'
import { CollectedCard } from './collected-card'
import type { Queue } from './queue'
import type { CollectedList, Mine } from './store'
import { WaitingBanner } from './waiting-banner'

const title = '听工友说'
const record = () => void open('committee/record')

/** What this special member brought to the village, and what became of each. */
export function CollectedScreen({ list, queue }: { readonly list: StoreApi<CollectedList>; readonly queue: StoreApi<Queue> }) {
  const { mine, refresh } = useStore(list)
  const refused = useStore(queue, ({ waiting }) => waiting.filter(({ refusal }) => refusal !== null).length)
  if (mine.at === 'refused') {
    return (
      <Page title={title}>
        {mine.refusal === 'not-your-role' || mine.refusal === 'not-a-resident' ? (
          <NoPermission title='这里由特别委员记录工友的意见' line='您有话想说，可以自己提一件事，也可以找特别委员替您带话。' />
        ) : (
          <ErrorState title={refusalWords[mine.refusal]} onRetry={() => void refresh()} />
        )}
      </Page>
    )
  }
  return (
    <Page title={title} worksOffline actions={<Button onTap={record}>记一条</Button>} note='没有网络也能记，有网会自动交上去。'>
      <WaitingBanner queue={queue} />
      {refused > 0 ? (
        <Banner tone='red' action={{ label: '去改', onTap: record }}>{`有 ${refused} 条还要改一改，写的都还在。`}</Banner>
      ) : null}
      {mine.at === 'loading' ? <Skeleton /> : null}
      {mine.at === 'failed' ? <ErrorState reason='可能是网络不好。先记也可以，会存在手机里。' onRetry={() => void refresh()} /> : null}
      {mine.at === 'shown' ? <List mine={mine} list={list} /> : null}
    </Page>
  )
}

function List({ mine, list }: { readonly mine: Extract<Mine, { at: 'shown' }>; readonly list: StoreApi<CollectedList> }) {
  const { refresh, more } = useStore(list)
  const { opinions, next, total, now, stale } = mine
  return (
    <>
      {stale ? (
        <Banner tone='amber' action={{ label: '再试', onTap: () => void refresh() }}>
          刚才没有连上，下面是上次看到的。
        </Banner>
      ) : null}
      {opinions.length === 0 ? (
        <Empty title='还没有记过工友的话' line='去厂里、宿舍听听大家怎么说，照原话记下来，交给村里。' />
      ) : (
        <Stats stats={[{ label: '交给村里的', value: `${total} 条` }]} />
      )}
      {opinions.map(opinion => (
        <CollectedCard key={opinion.id} opinion={opinion} now={now} />
      ))}
      {opinions.length > 0 ? (
        <ListEnd state={next === null ? 'end' : mine.more === 'idle' ? 'more' : mine.more} end='都在这里了' onMore={() => void more()} />
      ) : null}
    </>
  )
}
