import { View } from '@tarojs/components'
import { Article } from '@/components/article/article'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import type { MotionView } from './store'

/** The rule with this motion's own numbers, in plain words, and the article it rests on. */
export function HowItPasses({ view }: { readonly view: MotionView }) {
  const { title, lines, article, basis } = view.passes
  return (
    <Card look='quiet'>
      <Heading level={2} size={3}>
        {title}
      </Heading>
      {lines.map(line => (
        <View key={line} className='sub'>
          {line}
        </View>
      ))}
      <Article cites={article} basis={basis} />
    </Card>
  )
}
