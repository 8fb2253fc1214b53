import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Empty } from '@/components/empty/empty'
import { Looked, Old } from '@/components/looked/looked'
import { ListEnd } from '@/components/list-end/list-end'
import { Segments } from '@/components/segments/segments'
import { categories } from '@/domain/topic/topic'
import type { Category, TopicList as List } from './list-store'
import { TopicCard } from './topic-card'
import { emptyWords, shows } from '../words'
import look from './topic-list.module.scss'

const kinds: readonly { readonly value: Category | 'all'; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  ...(Object.keys(categories) as Category[]).map(value => ({ value, label: categories[value] })),
]

interface TopicListProps {
  readonly list: List
  onOpen(id: string): void
  onRaise(): void
}

/** The village's matters, by where they stand and what they are about. */
export function TopicList({ list, onOpen, onRaise }: TopicListProps) {
  const { show, category, seen } = list
  const byKind = show === 'running' || show === 'ended'
  return (
    <>
      <Segments label='看哪些议题' items={shows} at={show} onChange={key => void list.choose(key, null)} />
      {byKind ? (
        <View className={look.strip}>
          <View className={look.wide}>
            <Chips
              label='类别'
              hideLabel
              options={kinds}
              value={category ?? 'all'}
              onChange={value => void list.choose(show, value === 'all' ? null : value)}
            />
          </View>
        </View>
      ) : null}
      {/* A place of its own: what comes into it crosses to the screen without what stands above. */}
      <View>
        {seen.at === 'refused' ? (
          <Empty title='这里还看不了' line={seen.says} />
        ) : (
          <Looked seen={seen} onRetry={() => void list.refresh()}>
            {shown => <Found list={list} shown={shown} onOpen={onOpen} onRaise={onRaise} />}
          </Looked>
        )}
      </View>
    </>
  )
}

function Found({ list, shown, onOpen, onRaise }: TopicListProps & { readonly shown: Extract<List['seen'], { at: 'shown' }> }) {
  const { topics, now, next } = shown.view
  const nothing = list.category
    ? { title: `“${categories[list.category]}”里没有议题`, line: '换一类看看，或者提一件' }
    : emptyWords[list.show]
  if (topics.length === 0) {
    return (
      <Empty title={nothing.title} line={nothing.line}>
        {list.show === 'ended' || list.show === 'supported' ? null : <Button onTap={onRaise}>我要提一件事</Button>}
      </Empty>
    )
  }
  return (
    <>
      <Old seen={shown} words='没连上，这是上次看到的样子' onRetry={() => void list.refresh()} />
      {topics.map(card => (
        <TopicCard key={card.id} card={card} now={now} onOpen={onOpen} onSupport={id => void list.support(id)} />
      ))}
      <ListEnd state={next === null ? 'end' : shown.more} onMore={() => void list.more()} />
    </>
  )
}
