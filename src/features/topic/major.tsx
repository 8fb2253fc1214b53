import { View } from '@tarojs/components'
import { Article } from '@/components/article/article'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { Heading } from '@/components/heading/heading'
import { Row } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Tag, type Tone } from '@/components/tag/tag'
import { outcomeWords } from '@/domain/vote/motions'
import { ToldFacts } from './told'
import type { TopicView } from './topic-store'
import { money, onDay } from './words'
import look from './topic.module.scss'

/** What kind of matter it is and who alone may decide it; open where that is the question. */
export function Matter({ topic: { matter } }: { readonly topic: TopicView }) {
  if (!matter) return null
  const { kind, reason } = matter
  const facts = [
    ...(kind
      ? [
          { label: '哪一类', value: `${kind.name}（${kind.says}）` },
          { label: '谁来定', value: kind.decidedBy },
        ]
      : []),
    { label: '为什么这样分', value: reason },
  ]
  return (
    <Fold title={`事项分类：${matter.class}`} open={kind !== null}>
      <Facts facts={facts.filter(({ value }) => value !== '')} />
      {kind ? <Article cites={kind.article} basis={kind.basis} /> : null}
    </Fold>
  )
}

type Meeting = TopicView['meetings'][number]

const tones: Record<NonNullable<Meeting['outcome']>, Tone> = { passed: 'green', not_passed: 'amber', quorum_failed: 'amber' }
const numbers = ({ all, present, yes, against, abstain }: Meeting): string =>
  [
    `应到 ${all}`,
    `实到 ${present}`,
    ...(yes === null ? [] : [`同意 ${yes}`]),
    ...(against === null ? [] : [`不同意 ${against}`]),
    ...(abstain === null ? [] : [`弃权 ${abstain}`]),
  ].join('，')

function Papers({ title, told }: { readonly title: string; readonly told: Meeting['told'] }) {
  return told.length > 0 ? (
    <View className={look.part}>
      <Fold title={title}>
        <ToldFacts told={told} />
      </Fold>
    </View>
  ) : null
}

/** The text, and what each meeting and the review made of it: numbers with their sums, so that everybody can add up again. */
export function FourMeetings({ topic: { meetings, review, townReport, plan } }: { readonly topic: TopicView }) {
  if (meetings.length === 0 && !review && !plan) return null
  return (
    <Section title='四议：每一步怎么定的'>
      {plan ? (
        <Fold title='方案正文'>
          <View className='body'>{plan.text}</View>
          {plan.budget === null ? null : (
            <View className={look.part}>
              <Facts
                facts={[
                  { label: '花多少钱', value: money(plan.budget) },
                  ...(plan.source === '' ? [] : [{ label: '钱从哪里来', value: plan.source }]),
                ]}
              />
            </View>
          )}
        </Fold>
      ) : null}
      {meetings.map(meeting => (
        <Card key={meeting.name}>
          <Row apart>
            <Heading level={3}>{meeting.name}</Heading>
            {meeting.outcome ? <Tag tone={tones[meeting.outcome]}>{outcomeWords[meeting.outcome]}</Tag> : null}
          </Row>
          <View className='sub'>{numbers(meeting)}</View>
          {meeting.explain.map(line => (
            <View key={line} className={`small ${look.missing}`}>
              {line}
            </View>
          ))}
          <Papers title='会议记录' told={meeting.told} />
        </Card>
      ))}
      {review ? (
        <Card>
          <Heading level={3}>合法性审核：{review.conclusion}</Heading>
          <View className='small'>{onDay(review.at)}</View>
          {review.changedSince ? <View className='sub'>审核以后正文又改过，要重新审核才能表决</View> : null}
          <Papers title='审核意见' told={review.told} />
        </Card>
      ) : null}
      {townReport ? (
        <Card>
          <Heading level={3}>向镇街报告</Heading>
          <View className='sub'>{townReport.gist}</View>
          <View className='small'>{onDay(townReport.at)}</View>
        </Card>
      ) : null}
    </Section>
  )
}
