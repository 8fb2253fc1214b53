import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { classes } from '@/components/classes'
import { DateField, TimeField } from '@/components/date-field/date-field'
import { Pair } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { spokenTime } from '@/domain/ground/calendar'
import { earliestOpening } from '@/domain/vote/motions'
import look from './motions.module.scss'
import { earliestOf, type BodyChoice, type Question, type Wrong } from './question'

interface WindowPartProps {
  readonly body: BodyChoice
  readonly now: number
  readonly question: Question
  readonly wrong: Wrong
  onChange(part: Partial<Omit<Question, 'body' | 'key'>>): void
}

const alert = (words: string | undefined) =>
  words ? (
    <View className='small red' {...role('alert')}>
      {words}
    </View>
  ) : null

export function WindowPart({ body, now, question, wrong, onChange }: WindowPartProps) {
  const { noticeDays, noticeArticle } = body
  return (
    <Section title='什么时候投'>
      <View className={classes('small', look.hint)}>
        {noticeDays > 0
          ? `要提前 ${noticeDays} 天告诉大家，最早 ${spokenTime(earliestOpening(noticeDays, now))} 开始（${noticeArticle}）`
          : '不用提前通知，随时可以开始'}
      </View>
      <Pair>
        <DateField
          label='哪天开始'
          from={earliestOf(noticeDays, now)}
          value={question.openDay}
          onChange={openDay => onChange({ openDay })}
        />
        <TimeField label='几点开始' value={question.openTime} onChange={openTime => onChange({ openTime })} />
      </Pair>
      {alert(wrong.opens)}
      <Pair>
        <DateField
          label='哪天截止'
          from={question.openDay || earliestOf(noticeDays, now)}
          value={question.closeDay}
          onChange={closeDay => onChange({ closeDay })}
        />
        <TimeField label='几点截止' value={question.closeTime} onChange={closeTime => onChange({ closeTime })} />
      </Pair>
      {alert(wrong.closes)}
    </Section>
  )
}
