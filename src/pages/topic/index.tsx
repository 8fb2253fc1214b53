import { Page } from '@/components/page/page'

export default function TopicIndex() {
  return <Page title='议题' />
}
