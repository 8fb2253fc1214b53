import { Page } from '@/components/page/page'

export default function RaiseDrafts() {
  return <Page title='草稿' />
}
