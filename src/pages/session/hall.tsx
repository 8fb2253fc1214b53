import { Page } from '@/components/page/page'

export default function SessionHall() {
  return <Page title='议事厅大屏' />
}
