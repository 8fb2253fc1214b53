import { Text, View } from '@tarojs/components'
import { Countdown } from '@/components/countdown/countdown'
import { Heading } from '@/components/heading/heading'
import { ReadAloud } from '@/components/read-aloud/read-aloud'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { Tap } from '@/components/tap/tap'
import { bodyNames } from '@/domain/law/names'
import type { Aloud } from '@/platform/voice/use-read-aloud'
import type { MotionView } from './store'
import { closingWords, formTag, perUnit, phaseOf } from './words'
import look from './ballots.module.scss'

/** What is asked, of whom, in what form, until when. */
export function Question({ view, onOver }: { readonly view: MotionView; onOver(): void }) {
  const { card, now, says, onBehalfOf } = view
  const phase = phaseOf(card, now)
  return (
    <View className={look.question}>
      <Row>
        <Tag tone='blue'>{formTag(card)}</Tag>
        <Text className='small'>
          {perUnit(card)} · {closingWords(card.closesAt)} 截止
        </Text>
      </Row>
      <Heading level={2} size={1}>
        {card.text}
      </Heading>
      <View className='small'>
        {bodyNames[card.body].name}：{says}
      </View>
      {onBehalfOf ? <View className='sub'>{onBehalfOf}</View> : null}
      {phase === 'open' ? <Countdown className='small' until={card.closesAt} now={now} over='投票已截止' onOver={onOver} /> : null}
      {phase === 'not-yet' ? (
        <Countdown className='small' until={card.opensAt} now={now} before='离开始还有' over='投票开始了' onOver={onOver} />
      ) : null}
    </View>
  )
}

/** Hear the question instead of reading it, and the whole plan behind it. */
export function HearOrRead({ aloud, onPlan }: { readonly aloud: Aloud | null; onPlan(): void }) {
  return (
    <View className={look.aloud}>
      <ReadAloud aloud={aloud} beside />
      <Tap as='link' className={look.plan} onTap={onPlan}>
        看方案全文 ›
      </Tap>
    </View>
  )
}
