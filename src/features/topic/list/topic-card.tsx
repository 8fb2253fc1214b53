import { Button } from '@/components/button/button'
import { ListCard } from '@/components/list-card/list-card'
import { standing } from '@/domain/procedure/engine/standing'
import { dueWords } from '@/platform/phone/time'
import type { Card } from './list-store'
import { listLine, stateName } from '../words'

interface TopicCardProps {
  readonly card: Card
  readonly now: number
  onOpen(id: string): void
  onSupport(id: string): void
}

/** A list of these is light: while neighbours are asked for support, the days left stand in the tag, not beside it. */
export function TopicCard({ card, now, onOpen, onSupport }: TopicCardProps) {
  const { id, title, state, overdue, dueAt, supported, mine } = card
  const asking = state === 'accepted' && !mine
  const left = dueAt === null ? undefined : dueWords(dueAt, now)
  // WeChat reads a card's parts in order, so 「附议」 needs no title there, and twenty of them less cross to the screen.
  const label = process.env.TARO_ENV === 'h5' ? `${supported ? '已附议，点一下撤回' : '附议'}：${title}` : undefined
  return (
    <ListCard
      title={title}
      tag={asking && left ? `${stateName(state)} · ${left}` : stateName(state)}
      tone={standing(state, overdue)}
      meta={asking ? undefined : left}
      line={listLine(card)}
      onTap={() => onOpen(id)}
      foot={
        asking ? (
          <Button look='quiet' pressed={supported || undefined} label={label} onTap={() => onSupport(id)}>
            {supported ? '已附议' : '附议'}
          </Button>
        ) : undefined
      }
    />
  )
}
