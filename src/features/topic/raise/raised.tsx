import { View } from '@tarojs/components'
import { hidden, role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Stack } from '@/components/row/row'
import { openTab, replace } from '@/platform/screen/navigation'
import { answerWords } from './words'
import look from './raise.module.scss'

interface RaisedProps {
  readonly id: string
  readonly title: string
  readonly answerBy: number | null
}

/** It has arrived: until when the answer comes, and where to look. */
export function Raised({ id, title, answerBy }: RaisedProps) {
  return (
    <View {...role('status', undefined, { 'aria-live': 'polite' })}>
      <View className={look.done}>
        <View className={look.tick} {...hidden}>
          ✓
        </View>
        <View className='h1'>交好了</View>
        <View className='h3'>{answerWords(answerBy)}</View>
      </View>
      <Card>
        <View className='small'>您提的事</View>
        <View className='h3'>{title}</View>
      </Card>
      <Stack>
        <Button onTap={() => void replace('topic/index', { id })}>看这件事走到哪了</Button>
        <Button look='ghost' onTap={() => void openTab('home')}>
          回首页
        </Button>
      </Stack>
    </View>
  )
}
