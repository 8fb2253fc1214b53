import { Page } from '@/components/page/page'

export default function RaiseIndex() {
  return <Page title='提一件事' />
}
