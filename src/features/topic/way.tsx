import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { Road } from '@/components/road/road'
import type { TopicView } from './topic-store'
import { stopLine } from './words'

/** The whole way of the matter. One that was refused or withdrawn stops where it was. */
export function Way({ topic: { road, card } }: { readonly topic: TopicView }) {
  const aside = card.state === 'rejected' || card.state === 'withdrawn'
  return (
    <Card>
      <Heading size={3}>走到哪一步了</Heading>
      <Road
        stops={road.map((stop, index) => ({
          title: stop.name,
          line: stopLine(stop),
          mark: stop.six,
          side: stop.side,
          state: (aside || card.state === 'annulled') && index === road.length - 1 ? 'stopped' : stop.phase,
        }))}
      />
    </Card>
  )
}
