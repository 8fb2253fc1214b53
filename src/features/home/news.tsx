import { ListCard } from '@/components/list-card/list-card'
import { Section } from '@/components/section/section'
import { standing } from '@/domain/procedure/engine/standing'
import { states } from '@/domain/procedure/states'
import { open, openTab } from '@/platform/screen/navigation'
import { dayWords, dueWords } from '@/platform/phone/time'
import type { HomeView } from './store'
import { headline } from './words'

/** What this person raised, and where it stands. */
export function Mine({ home: { mine, now } }: { readonly home: HomeView }) {
  if (mine.length === 0) return null
  return (
    <Section title='您关心的事' more='全部' onMore={() => void openTab('topics')}>
      {mine.map(({ id, title, state, overdue, dueAt, raisedAt, supports }) => (
        <ListCard
          key={id}
          title={title}
          tag={states[state].name}
          tone={standing(state, overdue)}
          meta={dueAt === null ? undefined : dueWords(dueAt, now)}
          line={`您 ${dayWords(raisedAt, now)}提出 · ${supports > 0 ? `${supports} 人附议` : states[state].says}`}
          onTap={() => void open('topic/index', { id })}
        />
      ))}
    </Section>
  )
}

const boards = { outcome: '结论公示', result: '结果公示', session: '议事会', vote: '表决', none: '通知' } as const

/** What was decided and done lately. */
export function Outcomes({ home: { outcomes, now } }: { readonly home: HomeView }) {
  if (outcomes.length === 0) return null
  return (
    <Section title='新的结论和结果' more='全部' onMore={() => void openTab('notices')}>
      {outcomes.map(notice => {
        const { title, line } = headline(notice)
        return (
          <ListCard
            key={notice.id}
            title={title}
            tag={boards[notice.board]}
            tone={notice.board === 'result' ? 'green' : 'blue'}
            meta={dayWords(notice.at, now)}
            line={line}
            onTap={() => void open('notice/index', { id: notice.id })}
          />
        )
      })}
    </Section>
  )
}
