import { Page } from '@/components/page/page'

export default function HomeIndex() {
  return <Page title='首页' tab='home' />
}
