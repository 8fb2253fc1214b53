import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Empty } from '@/components/empty/empty'
import { Looked } from '@/components/looked/looked'
import { ListCard } from '@/components/list-card/list-card'
import { ListEnd } from '@/components/list-end/list-end'
import { Segments } from '@/components/segments/segments'
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
  const { when, seen, show, refresh, more } = useStore(list)
  return (
    <>
      <Segments label='哪些议事会' items={whens} at={when} onChange={show} />
      <Looked seen={seen} onRetry={refresh}>
        {({ view: { sessions, now, next }, more: state }) =>
          sessions.length === 0 ? (
            <Empty
              title={when === 'coming' ? '最近没有要开的议事会' : '还没有开过议事会'}
              line={when === 'coming' ? '有新安排会发消息给您。您也可以先去“议题”里说说看法。' : '开过的会，纪要和结论都会留在这里。'}
            />
          ) : (
            <>
              {sessions.map(card => {
                const { tag, tone } = stateTag(card, now)
                return (
                  <ListCard
                    key={card.id}
                    title={`${whenWords(card.startsAt, now)} · ${card.title}`}
                    tag={tag}
                    tone={tone}
                    meta={comingLine(card, now)}
                    line={whereWords(card)}
                    edge={tone === 'amber' ? 'amber' : undefined}
                    onTap={() => open('session/index', { id: card.id })}
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
