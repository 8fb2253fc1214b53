import { Text, View } from '@tarojs/components'
import { Meter } from '@/components/meter/meter'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { answerWords, mostPoints } from '@/domain/vote/question/answers'
import { foremostFirst, goOn } from '@/domain/vote/count/tallies'
import type { MotionView } from '../booth/store'
import { unitOfVotes } from '../booth/words'
import look from '../booth/ballots.module.scss'

type Card = MotionView['card']

/** What an option would have if everybody who chose gave it all they could: a full bar. */
function fullBar({ method, options = [] }: Card, { present, abstain, invalid = 0, unreturned = 0 }: NonNullable<Card['result']>): number {
  const voices = present - abstain - invalid - unreturned
  return method === 'rank' ? voices * options.length : method === 'score' ? voices * mostPoints : present
}

/** Every option with its figure and its bar, the foremost first; what became of it in words, never in colour alone. */
export function OptionTotals({ card }: { readonly card: Card }) {
  const { result, options = [] } = card
  if (!result?.options) return null
  const ranked = foremostFirst(result.options)
  const most = ranked[0]?.votes ?? 0
  const on = new Set(result.outcome === 'second_ballot' ? goOn(result.options, options).map(({ id }) => id) : [])
  const unit = unitOfVotes(card),
    full = fullBar(card, result)
  return (
    <View>
      {ranked.map(({ id, votes }) => {
        const fate = on.has(id) ? '进第二轮' : votes < most || most === 0 ? null : result.outcome === 'passed' ? '通过' : '最多'
        return (
          <View key={id} className={look.option}>
            <Row apart>
              <Text className='h3'>{answerWords(id, options)}</Text>
              {fate ? <Tag tone={fate === '最多' ? 'grey' : 'green'}>{fate}</Tag> : null}
            </Row>
            <Row apart>
              <View className={look.bar}>
                <Meter label={`${answerWords(id, options)} ${votes} ${unit}`} value={votes} of={full} />
              </View>
              <Text className='h3 figures'>{`${votes} ${unit}`}</Text>
            </Row>
          </View>
        )
      })}
      <View className='sub'>
        {`弃权 ${result.abstain}${result.invalid ? `，无效 ${result.invalid}` : ''}` +
          `${result.unreturned ? `，没有交回 ${result.unreturned}` : ''}`}
      </View>
    </View>
  )
}
