import { useDidShow } from '@tarojs/taro'
import { Page } from '@/components/page/page'
import { DraftList } from '@/features/raise/draft-list'
import { useDraftList } from '@/features/raise/use-raise'

export default function DraftsPage() {
  const drafts = useDraftList()
  useDidShow(() => void drafts.load())
  return <Page title='没写完的草稿'><DraftList drafts={drafts} /></Page>
}
