import { ListCard } from '@/components/list-card/list-card'
import { Section } from '@/components/section/section'
import { open } from '@/platform/screen/navigation'
import { dueWords } from '@/platform/phone/time'
import type { HomeView } from './store'
import { todoNames } from './words'

type Item = HomeView['todo'][number]

const office: readonly Item['kind'][] = ['confirm', 'step', 'objection']

function start({ kind, topicId }: Item) {
  if (kind === 'confirm') void open('moderator/step', { id: topicId, confirm: '1' })
  else if (kind === 'fix') void open('raise/index', { edit: topicId })
  else void open('topic/index', { id: topicId })
}

/** What waits for this person, the late first. */
export function Todo({ home: { todo, now } }: { readonly home: HomeView }) {
  if (todo.length === 0) return null
  return (
    <Section
      title={`等您办的事（${todo.length}）`}
      more='工作台'
      onMore={todo.some(({ kind }) => office.includes(kind)) ? () => void open('moderator/index') : undefined}
    >
      {todo.map(item => (
        <ListCard
          key={`${item.kind}:${item.topicId}`}
          title={item.title}
          tag={todoNames[item.kind]}
          tone={item.overdue ? 'red' : 'amber'}
          meta={item.dueAt === null ? undefined : dueWords(item.dueAt, now)}
          line={item.says}
          edge={item.overdue ? 'red' : undefined}
          onTap={() => start(item)}
        />
      ))}
    </Section>
  )
}
