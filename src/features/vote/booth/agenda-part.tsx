import { View } from '@tarojs/components'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Section } from '@/components/section/section'
import { replace } from '@/platform/screen/navigation'
import { allAnswered, placeInAgenda } from './agenda'
import type { MotionView } from './store'
import look from './ballots.module.scss'

/** 「第 2 题，共 3 题」, above the question. */
export function AgendaLine({ view }: { readonly view: MotionView }) {
  const place = placeInAgenda(view)
  if (!place) return null
  return <View className={look.agenda}>{`第 ${place.at} 题，共 ${place.of} 题${allAnswered(view) ? '，您都投好了' : ''}`}</View>
}

/** The other questions of the same meeting. */
export function OtherQuestions({ view: { agenda = [], card } }: { readonly view: MotionView }) {
  const others = agenda.filter(({ id }) => id !== card.id)
  if (others.length === 0) return null
  return (
    <Section title='同一次会的另外几题'>
      <LinkRows>
        {others.map(({ id, text, voted, open }) => (
          <LinkRow
            key={id}
            title={text}
            line={voted ? '您投过了' : open ? (card.onRoll ? '您还没投' : '正在投票') : '看这一题'}
            onTap={() => void replace('vote/index', { id })}
          />
        ))}
      </LinkRows>
    </Section>
  )
}
