import { Page } from '@/components/page/page'

export default function ModeratorStep() {
  return <Page title='办这一步' />
}
