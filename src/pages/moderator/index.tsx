import { Page } from '@/components/page/page'

export default function ModeratorIndex() {
  return <Page title='主持人工作台' />
}
