import { Page } from '@/components/page/page'

export default function CommitteeIndex() {
  return <Page title='听工友说' />
}
