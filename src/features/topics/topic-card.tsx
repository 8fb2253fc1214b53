import { Button } from '@/components/button/button'
import { ListCard } from '@/components/list-card/list-card'
import { standing } from '@/domain/procedure/standing'
import { dueWords } from '@/platform/time'
import type { Card } from './list-store'
import { listLine, stateName } from './words'

interface TopicCardProps {
  readonly card: Card
  readonly now: number
  onOpen(id: string): void
  onSupport(id: string): void
}

export function TopicCard({ card, now, onOpen, onSupport }: TopicCardProps) {
  const { id, title, state, overdue, dueAt, supported, mine } = card
  const asking = state === 'accepted' && !mine
  return (
    <ListCard title={title} tag={stateName(state)} tone={standing(state, overdue)} meta={dueAt === null ? undefined : dueWords(dueAt, now)} line={listLine(card)} onTap={() => onOpen(id)}
      foot={asking ? <Button look='quiet' pressed={supported} label={`${supported ? '已附议，点一下撤回' : '附议'}：${title}`} onTap={() => onSupport(id)}>{supported ? '已附议' : '附议'}</Button> : undefined} />
  )
}
