import { Page } from '@/components/page/page'

export default function ModeratorMotion() {
  return <Page title='提请表决' />
}
