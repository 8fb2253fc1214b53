import { Page } from '@/components/page/page'

export default function VoteIndex() {
  return <Page title='投票' />
}
