import { Page } from '@/components/page/page'

export default function TopicsIndex() {
  return <Page title='议题' tab='topics' />
}
