import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Stack } from '@/components/row/row'
import type { TopicView } from './topic-store'

export type Appealed = TopicView['putAway'][number]

/** What this reader wrote here and others do not see: that somebody looks, or why it is put away and how to ask again. */
export function PutAway({ topic: { putAway }, onAppeal }: { readonly topic: TopicView; onAppeal(one: Appealed): void }) {
  if (putAway.length === 0) return null
  return (
    <Card>
      <Stack>
        {putAway.map(one => (
          <Stack key={one.id} tight>
            <View className='body'>{one.text}</View>
            <View className='small'>{one.why === '' ? '这个要请人看一看，24 小时内告诉您' : `收起来了：${one.why}`}</View>
            {one.mayAppeal ? (
              <Button look='quiet' label={`不服，请监督委员看看：${one.text.slice(0, 12)}`} onTap={() => onAppeal(one)}>
                不服，请监督委员看看
              </Button>
            ) : null}
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}
