import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Pair, Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { agoWords } from '@/platform/time'
import type { Judge } from './judging'
import type { Held } from './store'

/** Comments that wait for a person's eye before others see them. */
export function HeldComments({ held, now, judge }: { readonly held: readonly Held[]; readonly now: number; readonly judge: StoreApi<Judge> }) {
  const { judging, show, takeDown } = useStore(judge)
  if (held.length === 0) return null
  return (
    <Section title='等您看的留言' note={`${held.length} 条`}>
      <View className='small'>批评公事、批评办事的人，不是不展示的理由。</View>
      {held.map(({ id, title, text, at }) => {
        const sending = judging.at === 'sending' && judging.id === id
        return (
          <Card key={id}>
            <Stack>
              <View className='small'>《{title}》· {agoWords(at, now)}</View>
              <View className='body'>{text}</View>
              {judging.at === 'refused' && judging.id === id ? <View className='small red'>{judging.says}</View> : null}
              <Pair>
                <Button look='ghost' disabled={judging.at === 'sending'} label={`不展示：${text}`} onTap={() => takeDown(id)}>不展示</Button>
                <Button busy={sending && judging.show} disabled={judging.at === 'sending'} label={`展示：${text}`} onTap={() => void show(id)}>展示</Button>
              </Pair>
            </Stack>
          </Card>
        )
      })}
    </Section>
  )
}
