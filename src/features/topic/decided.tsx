import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { Heading } from '@/components/heading/heading'
import { Meter } from '@/components/meter/meter'
import { Section } from '@/components/section/section'
import { spokenDay } from '@/domain/ground/calendar'
import { Photos } from './photos'
import type { TopicView } from './topic-store'
import { lastDay, money, onDay } from './words'
import look from './topic.module.scss'

/** What was decided, who does it, until when, for how much. */
export function Decided({ topic: { decision } }: { readonly topic: TopicView }) {
  if (!decision) return null
  const facts = [
    { label: '谈成', value: decision.level },
    { label: '谁来办', value: decision.implementer },
    { label: '什么时候办好', value: `${spokenDay(decision.finishBy)}前` },
    { label: '花多少钱', value: money(decision.budget) },
    ...(decision.postedUntil === null ? [] : [{ label: '公示到', value: lastDay(decision.postedUntil) }]),
  ]
  return (
    <>
      <Card edge='green'>
        <View className='small'>定了</View>
        <View className={look.decided}>{decision.text}</View>
        <View className={look.part}>
          <Facts facts={facts.filter(({ value }) => value !== '')} />
        </View>
      </Card>
      {decision.views ? (
        <Fold title='大家的主要看法'>
          <View className='body'>{decision.views}</View>
        </Fold>
      ) : null}
      {decision.minutes ? (
        <Fold title='会议纪要'>
          <View className='body'>{decision.minutes}</View>
        </Fold>
      ) : null}
    </>
  )
}

/** What came of it, newest first. */
export function Done({ topic: { progress, resultShown } }: { readonly topic: TopicView }) {
  if (progress.length === 0 && !resultShown) return null
  return (
    <Section title='办得怎样'>
      {resultShown ? (
        <Card>
          <Heading size={3}>办好了，实际花了{money(resultShown.cost)}</Heading>
          <View className={look.part}>
            <Photos label='办好后的照片' ids={resultShown.photoIds} />
          </View>
        </Card>
      ) : null}
      {progress.map(({ at, note, percent, photoIds }) => (
        <Card key={at}>
          <View className='small'>
            {onDay(at)} · 完成 {percent}%
          </View>
          <Meter label={`完成 ${percent}%`} value={percent} of={100} />
          <View className='body'>{note}</View>
          {photoIds.length > 0 ? (
            <View className={look.part}>
              <Photos label='进展照片' ids={photoIds} />
            </View>
          ) : null}
        </Card>
      ))}
    </Section>
  )
}
