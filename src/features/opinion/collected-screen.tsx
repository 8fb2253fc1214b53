import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { ListEnd } from '@/components/list-end/list-end'
import { Looked, Unseen } from '@/components/looked/looked'
import { notYours } from '@/platform/talk-to-server/looking'
import { Page } from '@/components/page/page'
import { Stats } from '@/components/stats/stats'
import { open } from '@/platform/screen/navigation'
import { CollectedCard } from './collected-card'
import type { Queue } from './queue'
import type { CollectedList } from './store'
import { WaitingBanner } from './waiting-banner'

const title = '听工友说'
const record = () => void open('committee/record')

/** What this special member brought to the village, and what became of each. */
export function CollectedScreen({ list, queue }: { readonly list: StoreApi<CollectedList>; readonly queue: StoreApi<Queue> }) {
  const { seen, refresh } = useStore(list)
  const refused = useStore(queue, ({ waiting }) => waiting.filter(({ refusal }) => refusal !== null).length)
  if (seen.at === 'refused')
    return (
      <Unseen
        title={title}
        seen={seen}
        notYours={{
          title: '这里由特别委员记录工友的意见',
          line: '您有话想说，可以自己提一件事，也可以找特别委员替您带话。',
          only: notYours,
        }}
        onRetry={() => void refresh()}
      />
    )
  return (
    <Page title={title} worksOffline actions={<Button onTap={record}>记一条</Button>} note='没有网络也能记，有网会自动交上去。'>
      <WaitingBanner queue={queue} />
      {refused > 0 ? (
        <Banner tone='red' action={{ label: '去改', onTap: record }}>{`有 ${refused} 条还要改一改，写的都还在。`}</Banner>
      ) : null}
      <Looked
        seen={seen}
        reason='可能是网络不好。先记也可以，会存在手机里。'
        old='刚才没有连上，下面是上次看到的。'
        onRetry={() => void refresh()}
      >
        {shown => <List shown={shown} list={list} />}
      </Looked>
    </Page>
  )
}

function List({
  shown,
  list,
}: {
  readonly shown: Extract<CollectedList['seen'], { at: 'shown' }>
  readonly list: StoreApi<CollectedList>
}) {
  const { more } = useStore(list)
  const { opinions, next, total, now } = shown.view
  return (
    <>
      {opinions.length === 0 ? (
        <Empty title='还没有记过工友的话' line='去厂里、宿舍听听大家怎么说，照原话记下来，交给村里。' />
      ) : (
        <Stats stats={[{ label: '交给村里的', value: `${total} 条` }]} />
      )}
      {opinions.map(opinion => (
        <CollectedCard key={opinion.id} opinion={opinion} now={now} />
      ))}
      {opinions.length > 0 ? <ListEnd state={next === null ? 'end' : shown.more} end='都在这里了' onMore={() => void more()} /> : null}
    </>
  )
}
