import { Page } from '@/components/page/page'

export default function SessionIndex() {
  return <Page title='议事会' />
}
