import { Page } from '@/components/page/page'

export default function NoticesIndex() {
  return <Page title='公示' tab='notices' />
}
