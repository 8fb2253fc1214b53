import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Dialog } from '@/components/dialog/dialog'
import { Heading } from '@/components/heading/heading'
import { drawKey } from '@/platform/phone/chance'
import { open, replace } from '@/platform/screen/navigation'
import { call } from '@/platform/talk-to-server/transport'
import { createRepeat } from './repeat'
import type { MotionView } from '../booth/store'
import look from '../booth/ballots.module.scss'

/** Of a vote that is void: the way to where it is held again, or who puts it, once. */
export function RepeatPart({ view }: { readonly view: MotionView }) {
  const [repeat] = useState(() => createRepeat(view, { call, draw: drawKey }))
  const { asked, sending, trouble, ask, put } = useStore(repeat)
  if (!view.again) return null
  const { id, mayPut } = view.again
  return (
    <Card edge='amber'>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          {id ? '已经重新表决' : '要重新表决'}
        </Heading>
        <View className='sub'>票箱里的票比发出的多，或者数对不上，这一次作废，重投一次：问题、名册、计票人都和这次一样。</View>
        {id ? (
          <Button onTap={() => void open('vote/index', { id })}>看重新表决的</Button>
        ) : mayPut ? (
          <Button onTap={() => ask(true)}>重新表决</Button>
        ) : (
          <View className='small'>由主持人提请。</View>
        )}
      </View>
      <Dialog
        open={asked}
        title='现在重新表决吗？'
        confirm='重新表决'
        busy={sending}
        onConfirm={() =>
          void put().then(fresh => {
            if (fresh) void replace('vote/index', { id: fresh })
          })
        }
        onCancel={() => ask(false)}
      >
        {trouble ? (
          <View className='body red' {...role('alert')}>
            {trouble}
          </View>
        ) : null}
        <View className='sub'>只能重投一次。名册上的人会收到通知；同一天接着投的，不用再签到。</View>
      </Dialog>
    </Card>
  )
}
