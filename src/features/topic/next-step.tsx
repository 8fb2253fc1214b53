import { View } from '@tarojs/components'
import { Article } from '@/components/article/article'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { isEnded } from '@/domain/procedure/states'
import { open } from '@/platform/screen/navigation'
import { onCard, openStep } from './my-steps'
import type { TopicView } from './topic-store'
import { whoAndWhen } from './words'
import look from './topic.module.scss'

/** 下一步: what, who, by when, what is missing, why, on what it rests; and the button, for whoever may take it now. */
export function NextStep({ topic }: { readonly topic: TopicView }) {
  const { next, card, answer, pending } = topic
  const ended = isEnded(card.state)
  // What ended with an answer is told by the answer, below.
  if (ended && answer) return null
  const hands = whoAndWhen(topic)
  const mine = onCard(topic)
  const objection = topic.objections.find(({ mayAnswer }) => mayAnswer)
  return (
    <Card edge={ended ? undefined : next.overdue ? 'red' : 'green'}>
      <View className='small'>{ended ? '现在' : '下一步'}</View>
      <Heading>{next.what}</Heading>
      {hands ? <View className={next.overdue ? 'sub red' : 'sub'}>{hands}</View> : null}
      {next.missing.map(missing => (
        <View key={missing} className={`sub ${look.waits}`}>
          {missing}
        </View>
      ))}
      {next.why ? <View className={`small ${look.missing}`}>{next.why}</View> : null}
      {next.article ? <Article cites={next.article} basis={next.basis} /> : null}
      {mine.map(step => (
        <Button key={step.name} look={mine.length > 1 ? 'ghost' : 'main'} onTap={() => openStep(step, card.id)}>
          {step.label}
        </Button>
      ))}
      {objection && next.step === null && !pending ? (
        <Button onTap={() => void open('moderator/step', { id: card.id, objection: objection.id })}>{next.what}</Button>
      ) : null}
      {pending?.mayConfirm ? (
        <Button onTap={() => void open('moderator/step', { id: card.id, confirm: '1' })}>看一看，确认或退回</Button>
      ) : null}
    </Card>
  )
}
