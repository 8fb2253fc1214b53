import { Page } from '@/components/page/page'

export default function NoticeIndex() {
  return <Page title='公示' />
}
