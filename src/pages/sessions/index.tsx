import { Page } from '@/components/page/page'

export default function SessionsIndex() {
  return <Page title='议事' tab='sessions' />
}
