import { View } from '@tarojs/components'
import { Row } from '@/components/row/row'
import { Tag } from '@/components/tag/tag'
import { standing } from '@/domain/procedure/engine/standing'
import { categories } from '@/domain/topic/topic'
import type { TopicView } from './topic-store'
import { byline, onDay, stateName } from './words'
import look from './topic.module.scss'

/** Below the title: where it stands, what kind, who, when. */
export function Head({ topic }: { readonly topic: TopicView }) {
  const { card, coAuthors, origin, voices } = topic
  return (
    <View className={look.head}>
      <Row>
        <Tag tone={standing(card.state, card.overdue)}>{stateName(card.state)}</Tag>
        <Tag tone='blue'>{categories[card.category]}</Tag>
      </Row>
      <View className='small'>
        {origin === 'collected'
          ? `${card.author}收集，${voices} 人说到${card.supports > 0 ? ` · ${card.supports} 人附议` : ''}`
          : byline(card)}
        {coAuthors > 0 ? ` · 共同提出 ${coAuthors} 人` : ''} · {onDay(card.raisedAt)}
      </View>
    </View>
  )
}
