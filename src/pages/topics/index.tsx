import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { Toast } from '@/components/toast/toast'
import { TopicList } from '@/features/topics/topic-list'
import { useTopicList } from '@/features/topics/use-topics'
import { supportSaysWords } from '@/features/topics/words'
import { open } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'

export default function TopicsPage() {
  const list = useTopicList()
  useDidShow(() => void list.refresh())
  usePullDownRefresh(() => void list.refresh().then(endPullDown))
  const raise = () => void open('raise/index', {})
  return (
    <Page title='议题' tab='topics' aside={<Button look='quiet' onTap={raise}>我要提一件事</Button>}>
      <TopicList list={list} onOpen={id => void open('topic/index', { id })} onRaise={raise} />
      <Toast text={supportSaysWords(list.supportSays)} tone='red' onGone={list.heard} />
    </Page>
  )
}
