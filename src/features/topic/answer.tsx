import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { Stack } from '@/components/row/row'
import { open } from '@/platform/screen/navigation'
import { ToldFacts } from './told'
import type { TopicView } from './topic-store'

/** Why it was turned aside, and the way on. */
export function Answer({ topic }: { readonly topic: TopicView }) {
  const { answer, card, may } = topic
  if (!answer) return null
  return (
    <Card look='amber'>
      <Stack>
        <Heading size={3}>{answer.label}</Heading>
        <ToldFacts told={answer.told} />
        <View className='sub'>{answer.wayOn}。</View>
        {may.edit ? <Button onTap={() => void open('raise/index', { edit: card.id })}>去补充</Button> : null}
      </Stack>
    </Card>
  )
}
