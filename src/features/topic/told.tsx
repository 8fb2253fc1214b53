import { View } from '@tarojs/components'
import { Facts } from '@/components/facts/facts'
import type { TopicView } from './topic-store'
import { Photos } from './photos'
import look from './topic.module.scss'

type Told = NonNullable<TopicView['answer']>['told']

/** What a step was told, as a reader sees it. */
export function ToldFacts({ told }: { readonly told: Told }) {
  const written = told.filter(({ value }) => value !== '')
  const shown = told.filter(({ photoIds }) => photoIds.length > 0)
  return (
    <>
      {written.length > 0 ? <Facts facts={written} /> : null}
      {shown.map(({ label, photoIds }) => (
        <View key={label} className={look.part}>
          <Photos label={label} ids={photoIds} />
        </View>
      ))}
    </>
  )
}
