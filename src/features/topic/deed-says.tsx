import { Banner } from '@/components/banner/banner'
import { refusalWords } from '@/contract/refusal-words'
import type { Deed, Doing } from './topic-store'

/** What came of a deed, where the person did it. */
export function DeedSays({ doing, deed }: { readonly doing: Doing; readonly deed: Deed }) {
  if (doing.at === 'refused' && doing.deed === deed) return <Banner tone='red'>{refusalWords[doing.refusal]}</Banner>
  if (doing.at === 'unsure' && doing.deed === deed) return <Banner tone='amber'>没收到回音，再点一次就行，不会算两次</Banner>
  return null
}
