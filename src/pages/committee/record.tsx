import { Page } from '@/components/page/page'

export default function CommitteeRecord() {
  return <Page title='记一条意见' />
}
