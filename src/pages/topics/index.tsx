import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { Toast } from '@/components/toast/toast'
import { TopicList } from '@/features/topic/list/topic-list'
import { useTopicList } from '@/features/topic/list/use-topics'
import { supportSaysWords } from '@/features/topic/words'
import { open } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import look from './topics.module.scss'

export default function TopicsPage() {
  const list = useTopicList()
  useDidShow(() => void list.refresh())
  usePullDownRefresh(() => void list.refresh().then(endPullDown))
  const raise = () => void open('raise/index', {})
  return (
    <Page title='议题' tab='topics'>
      <View className={look.raise}>
        <Button onTap={raise}>我要提一件事</Button>
      </View>
      <TopicList list={list} onOpen={id => void open('topic/index', { id })} onRaise={raise} />
      <Toast text={supportSaysWords(list.supportSays)} tone='red' onGone={list.heard} />
    </Page>
  )
}
