import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Tag } from '@/components/tag/tag'
import { unitWord } from '@/domain/law/names'
import { instantAt, spokenTime } from '@/domain/ground/calendar'
import { formNames } from '@/domain/vote/motions'
import { choiceNames, type Choice } from '@/domain/vote/question/answers'
import { methodNames } from '@/domain/vote/question/questions'
import type { BodyChoice, Item, Question } from './question'

const moment = (day: string, time: string): string => {
  const at = instantAt(day, time)
  return Number.isNaN(at) ? '还没选' : spokenTime(at)
}

/** One question with what may be answered. */
function Asked({ item: { text, method, options } }: { readonly item: Item }) {
  return (
    <View>
      <View className='h2'>{text.trim() || '还没写问题'}</View>
      {method === 'yes-no' ? (
        <View className='sub'>{(Object.keys(choiceNames) as Choice[]).map(choice => choiceNames[choice]).join(' · ')}，三选一</View>
      ) : (
        <>
          {options.map((option, at) => (
            <View key={at} className='body'>{`${at + 1}. ${option.trim() || '还没写'}`}</View>
          ))}
          <View className='sub'>{methodNames[method]}，也可以弃权</View>
        </>
      )}
    </View>
  )
}

/** The questions as the voter will read them. */
export function Preview({ question, body }: { readonly question: Question; readonly body: BodyChoice }) {
  const items = [question, ...question.more]
  return (
    <Section title='投票的人会看到'>
      <Card edge='green'>
        <Stack>
          <View>
            <Tag tone='blue'>{`${body.name} · ${formNames[question.form]}${items.length > 1 ? ` · ${items.length} 题` : ''}`}</Tag>
          </View>
          {items.map(item => (
            <Asked key={item.key} item={item} />
          ))}
          <Facts
            facts={[
              { label: '谁来投', value: `${body.rollSize} ${unitWord(body.id)}` },
              { label: '开始', value: moment(question.openDay, question.openTime) },
              { label: '截止', value: moment(question.closeDay, question.closeTime) },
              { label: '怎么算', value: body.rule },
              { label: '算不算数', value: body.binding ? '算数，按结果办' : '只作参考，不作决定' },
            ]}
          />
        </Stack>
      </Card>
    </Section>
  )
}
