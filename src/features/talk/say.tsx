import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Switch } from '@/components/switch/switch'
import { commentLength } from '@/domain/talk/discussion'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Discussion } from './store'
import { sayingError } from './words'
import look from './discussion.module.scss'

interface SayProps {
  readonly store: StoreApi<Discussion>
  readonly open: boolean
  onClose(): void
}

/** Say something, or answer someone. What is half written is there again when it is opened again. */
export function Say({ store, open, onClose }: SayProps) {
  const discussion = useStore(store)
  const { words, showName, answering, saying } = discussion
  const send = async () => {
    if (await discussion.say()) onClose()
  }
  return (
    <Sheet
      open={open}
      title={answering ? `回复${answering.author}` : '说几句'}
      onClose={onClose}
      actions={
        <Button busy={saying.at === 'sending'} onTap={() => void send()}>
          {saying.at === 'unsure' ? '再发一次' : '发出去'}
        </Button>
      }
    >
      {answering ? (
        <View className={look.quoted}>
          <View className='small'>{answering.text}</View>
        </View>
      ) : null}
      <TextArea
        label='您的看法'
        hint={`像跟邻居说话一样写，最多 ${commentLength} 字。不要写别人的电话、身份证号`}
        value={words}
        error={sayingError(saying)}
        onChange={discussion.write}
      />
      <Switch label='显示我的名字' note='关着时只显示“一位村民”' on={showName} onChange={discussion.name} />
      {saying.at === 'unsure' ? <Banner tone='amber'>没收到回音。再点一次就行，不会发两遍</Banner> : null}
    </Sheet>
  )
}
