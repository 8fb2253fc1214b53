import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { refusalWords } from '@/contract/refusal-words'
import type { Queue } from './queue'

/** Pages the village handed back, with the reason; the words are all still there. */
export function RefusedNotes({ queue, onMend }: { readonly queue: StoreApi<Queue>; onMend(key: string): void }) {
  const { waiting, sending } = useStore(queue)
  const refused = waiting.flatMap(({ note, refusal }) => (refusal === null ? [] : [{ note, refusal }]))
  if (refused.length === 0) return null
  return (
    <Section title='还要改一改的' note={`${refused.length} 条`}>
      {refused.map(({ note: { key, words }, refusal }) => (
        <Card key={key} edge='amber'>
          <Stack>
            <View className='body'>{words}</View>
            <View className='small red'>{refusalWords[refusal]}</View>
            <Button look='ghost' disabled={sending === 'sending'} label={`改一改：${words}`} onTap={() => onMend(key)}>
              改一改
            </Button>
          </Stack>
        </Card>
      ))}
    </Section>
  )
}
