import { View } from '@tarojs/components'
import { Fold } from '@/components/fold/fold'
import { spokenTime } from '@/domain/ground/calendar'
import type { TopicView } from './topic-store'
import look from './topic.module.scss'

/** 全部记录: every step on record, and the code that stands on the wall. */
export function Journal({ topic: { journal, boardCode } }: { readonly topic: TopicView }) {
  return (
    <Fold title={journal.length > 0 ? `全部记录（${journal.length} 条）` : '核对码'}>
      {journal.map(({ n, at, said, by }) => (
        <View key={n} className={look.entry}>
          <View className='sub'>
            {n}. {said}
          </View>
          <View className='small'>{[spokenTime(at), by].filter(Boolean).join(' · ')}</View>
        </View>
      ))}
      <View className={look.entry}>
        <View className='small'>核对码</View>
        <View className='sub figures'>{boardCode}</View>
        <View className='small'>和公示栏纸上印的一样，说明记录没有被改过。</View>
      </View>
    </Fold>
  )
}
