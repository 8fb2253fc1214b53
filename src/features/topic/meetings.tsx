import { ListCard } from '@/components/list-card/list-card'
import { Section } from '@/components/section/section'
import { bodyNames } from '@/domain/law/names'
import { outcomeWords } from '@/domain/vote/motions'
import { venueNames } from '@/domain/session/sessions'
import { turnoutWords } from '@/domain/vote/count/turnout'
import { open as openPage } from '@/platform/screen/navigation'
import { untilWords, whenWords } from '@/platform/phone/time'
import type { TopicView } from './topic-store'

export function SessionLink({ topic: { session, now } }: { readonly topic: TopicView }) {
  if (!session) return null
  const over = now > session.endsAt
  const mine = session.present ? '您已签到' : session.signedUp ? `您已报名：${venueNames[session.signedUp]}` : over ? '' : '还没报名'
  return (
    <Section title='议事会'>
      <ListCard
        title={`${whenWords(session.startsAt, now)} · ${session.title}`}
        tag={over ? '已开过' : now >= session.startsAt ? '正在开' : '要开'}
        tone={over ? 'grey' : 'green'}
        meta={over ? undefined : `${session.coming} 人报名`}
        line={[session.mode === 'online' ? '线上开' : session.place, session.mode === 'both' ? '也可线上参加' : '', mine]
          .filter(Boolean)
          .join(' · ')}
        onTap={() => void openPage('session/index', { id: session.id })}
      />
    </Section>
  )
}

type Motion = TopicView['motions'][number]

export const voteOpen = ({ opensAt, closesAt }: Motion, now: number): boolean => opensAt <= now && now < closesAt

/** Questions put to the vote; how people voted is not known before the close. */
export function Motions({ topic: { motions, now } }: { readonly topic: TopicView }) {
  if (motions.length === 0) return null
  return (
    <Section title='表决'>
      {motions.map(motion => {
        const open = voteOpen(motion, now)
        const tag = motion.result ? outcomeWords[motion.result.outcome] : open ? '正在投票' : now < motion.opensAt ? '还没开始' : '正在计票'
        const line =
          motion.result?.explain[0] ??
          (open ? turnoutWords(motion) : `${whenWords(motion.opensAt, now)} 到 ${untilWords(motion.closesAt, now)}`)
        const call = motion.onRoll && open ? (motion.voted ? '您已投票' : '等您投票') : undefined
        return (
          <ListCard
            key={motion.id}
            title={motion.text}
            tag={tag}
            tone={motion.result ? 'grey' : open ? 'green' : 'amber'}
            meta={call ?? bodyNames[motion.body].name}
            line={line}
            edge={open && motion.onRoll && !motion.voted ? 'green' : undefined}
            onTap={() => void openPage('vote/index', { id: motion.id })}
          />
        )
      })}
    </Section>
  )
}
