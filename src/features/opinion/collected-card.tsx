import { ListCard } from '@/components/list-card/list-card'
import { isEnded, states } from '@/domain/procedure/states'
import { open } from '@/platform/screen/navigation'
import { agoWords } from '@/platform/phone/time'
import type { Collected } from './store'

/** Enough to recognise it by; the whole stands on the topic's page. */
const opening = (words: string): string => ([...words].length > 60 ? `${[...words].slice(0, 60).join('')}……` : words)

/** One remark, and what became of it. */
export function CollectedCard({
  opinion: { words, voices, at, topicId, title, state, became },
  now,
}: {
  readonly opinion: Collected
  readonly now: number
}) {
  return (
    <ListCard
      title={`“${opening(words)}”`}
      tag={states[state].name}
      tone={isEnded(state) ? 'grey' : 'green'}
      meta={`${voices} 人说 · ${agoWords(at, now)}`}
      line={`《${title}》后来：${became}`}
      onTap={() => void open('topic/index', { id: topicId })}
    />
  )
}
