import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Empty } from '@/components/empty/empty'
import { ErrorState } from '@/components/error-state/error-state'
import { ListCard } from '@/components/list-card/list-card'
import { ListEnd } from '@/components/list-end/list-end'
import { Segments } from '@/components/segments/segments'
import { Skeleton } from '@/components/skeleton/skeleton'
import { open } from '@/platform/screen/navigation'
import { whenWords } from '@/platform/phone/time'
import type { SessionList } from './list-store'
import { comingLine, stateTag, whereWords } from './words'

const whens = [
  { key: 'coming', label: '要开的' },
  { key: 'past', label: '开过的' },
] as const

/** Sessions coming and past. */
export function SessionListPart({ list }: { readonly list: StoreApi<SessionList> }) {
  const { when, listed, show, refresh, more } = useStore(list)
  return (
    <>
      <Segments label='哪些议事会' items={whens} at={when} onChange={show} />
      {listed.at === 'loading' ? <Skeleton /> : null}
      {listed.at === 'failed' ? <ErrorState onRetry={refresh} /> : null}
      {listed.at === 'shown' && listed.sessions.length === 0 ? (
        <Empty
          title={when === 'coming' ? '最近没有要开的议事会' : '还没有开过议事会'}
          line={when === 'coming' ? '有新安排会发消息给您。您也可以先去“议题”里说说看法。' : '开过的会，纪要和结论都会留在这里。'}
        />
      ) : null}
      {listed.at === 'shown'
        ? listed.sessions.map(card => {
            const { tag, tone } = stateTag(card, listed.now)
            return (
              <ListCard
                key={card.id}
                title={`${whenWords(card.startsAt, listed.now)} · ${card.title}`}
                tag={tag}
                tone={tone}
                meta={comingLine(card, listed.now)}
                line={whereWords(card)}
                edge={tone === 'amber' ? 'amber' : undefined}
                onTap={() => open('session/index', { id: card.id })}
              />
            )
          })
        : null}
      {listed.at === 'shown' && listed.sessions.length > 0 ? (
        <ListEnd state={listed.next === null ? 'end' : listed.more === 'ready' ? 'more' : listed.more} onMore={more} />
      ) : null}
    </>
  )
}
