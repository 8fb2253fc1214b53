import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Fold } from '@/components/fold/fold'
import { Heading } from '@/components/heading/heading'
import { Photos } from './photos'
import type { NoticeView } from './store'
import { finishWords, followWords, money } from './words'

/** Who does it, by when, for how much, and where to see it done. */
export function NextPart({ view }: { readonly view: NoticeView }) {
  const { decision, state, result, now } = view
  if (!decision) return null
  return (
    <Card>
      <Heading level={2} size={3}>
        {result ? '当初是这样定的' : '接下来'}
      </Heading>
      <Facts
        facts={[
          ...(decision.implementer ? [{ label: '谁来办', value: decision.implementer }] : []),
          ...(decision.finishBy ? [{ label: '什么时候', value: finishWords(decision.finishBy, now) }] : []),
          { label: '要花多少', value: decision.budget > 0 ? money(decision.budget) : '不用花钱' },
          { label: '怎么看', value: followWords(state) },
        ]}
      />
    </Card>
  )
}

/** What it came to in the end. */
export function ResultPart({ view }: { readonly view: NoticeView }) {
  const { result, decision } = view
  if (!result) return null
  const over = decision && decision.budget > 0 ? result.cost - decision.budget : 0
  return (
    <Card>
      <Heading level={2} size={3}>
        办得怎样
      </Heading>
      <Facts
        facts={[
          {
            label: '实际花了',
            value:
              `${result.cost > 0 ? money(result.cost) : '没有花钱'}` +
              `${over > 0 ? `，比原定多 ${money(over)}` : over < 0 ? `，比原定少 ${money(-over)}` : ''}`,
          },
        ]}
      />
      <Photos ids={result.photoIds} label='办好后的照片' />
    </Card>
  )
}

/** The views that were voiced, without names. */
export function ViewsPart({ views }: { readonly views: string | null }) {
  return views ? (
    <Fold title='大家的主要看法'>
      <View className='body'>{views}</View>
    </Fold>
  ) : null
}
