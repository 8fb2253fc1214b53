import { useDidShow } from '@tarojs/taro'
import { Page } from '@/components/page/page'
import { DraftList } from '@/features/topic/raise/draft-list'
import { useDraftList } from '@/features/topic/raise/use-raise'

export default function DraftsPage() {
  const drafts = useDraftList()
  useDidShow(() => void drafts.load())
  return (
    <Page title='没写完的草稿'>
      <DraftList drafts={drafts} />
    </Page>
  )
}
