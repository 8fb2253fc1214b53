import { Page } from '@/components/page/page'

export default function MeIndex() {
  return <Page title='我的' tab='me' />
}
