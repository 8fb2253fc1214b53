import { Page } from '@/components/page/page'

export default function ModeratorSchedule() {
  return <Page title='安排议事会' />
}
