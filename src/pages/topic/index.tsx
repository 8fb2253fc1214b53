import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { Toast } from '@/components/toast/toast'
import { Discussion } from '@/features/talk/discussion'
import { createPlea } from '@/features/talk/plea'
import { PleaSheet } from '@/features/talk/plea-sheet'
import { Say } from '@/features/talk/say'
import type { Comment } from '@/features/talk/store'
import { TalkToast } from '@/features/talk/talk-toast'
import { useDiscussion } from '@/features/talk/use-discussion'
import { hasBar, mayTalk, SupportBar } from '@/features/topic/support-bar'
import { PutAway } from '@/features/topic/put-away'
import { Topic } from '@/features/topic/topic'
import { useTopicPage } from '@/features/topic/list/use-topics'
import { doingWords } from '@/features/topic/words'
import { askConsent } from '@/platform/talk-to-server/consent'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function TopicPage() {
  const { id = '' } = useRouter().params
  const page = useTopicPage()
  const talk = useDiscussion()
  const [plea] = useState(() => createPlea(call, () => void refresh()))
  const [saying, say] = useState(false)
  const refresh = () => page.load(id).then(round => (round === null ? undefined : talk.getState().open(id, round)))
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  const topic = page.seen.at === 'shown' ? page.seen.view : null
  const speak = (answering: Comment | null) => {
    talk.getState().answer(answering)
    talk.getState().heard()
    say(true)
  }
  return (
    <Page
      title='议题'
      heading={topic?.card.title}
      actions={
        topic && hasBar(topic) ? (
          <SupportBar
            topic={topic}
            onSupport={() => {
              if (!topic.card.supported) askConsent('session', 'posting', 'progress')
              void page.support()
            }}
            onSay={() => speak(null)}
          />
        ) : undefined
      }
    >
      <Topic page={page} onRetry={() => void refresh()}>
        {topic ? <PutAway topic={topic} onAppeal={one => plea.getState().begin('appeal', one, one.id)} /> : null}
        {topic && !topic.limited ? (
          <Discussion
            store={talk}
            now={topic.discussion}
            time={topic.now}
            mayTalk={mayTalk(topic)}
            onSay={speak}
            onPlea={plea.getState().begin}
          />
        ) : null}
      </Topic>
      {topic?.mayReport ? (
        <Button
          look='quiet'
          label='举报这件事'
          onTap={() =>
            plea.getState().begin('report', { id, text: topic.card.title, photos: topic.reportPhotos, wordless: !topic.reportWords })
          }
        >
          举报
        </Button>
      ) : null}
      <Say store={talk} open={saying} onClose={() => say(false)} />
      <TalkToast store={talk} />
      <PleaSheet plea={plea} />
      <Toast text={doingWords(page.doing)} tone={page.doing.at === 'done' ? 'plain' : 'red'} onGone={page.heard} />
    </Page>
  )
}
