import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Facts } from '@/components/facts/facts'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Steps } from '@/components/steps/steps'
import { replace } from '@/platform/screen/navigation'
import { Kind, Photos, SaidAloud, WordsOf } from './parts'
import { HandingSays, Review } from './review'
import { Similar } from './similar'
import type { Raise } from './raise'
import { headings } from './words'
import look from './raise.module.scss'

/** The three short steps of raising a matter, or of mending a returned one. */
export function RaiseForm({ raise }: { readonly raise: Raise }) {
  const {
    draft: { step },
    mending,
  } = raise
  return (
    <>
      <Steps at={step} of={3} />
      <Heading size={1}>{headings[step]}</Heading>
      {step === 1 ? (
        <View className={`sub ${look.intro}`}>像跟邻居说话一样写，也可以点键盘上的话筒说。</View>
      ) : (
        <View className={look.intro} />
      )}
      <HandingSays raise={raise} />
      {mending && mending.toFix.length > 0 ? (
        <Card look='amber'>
          <Heading size={3}>请补充</Heading>
          <Facts facts={mending.toFix.filter(({ value }) => value !== '')} />
        </Card>
      ) : null}
      {step === 1 ? <What raise={raise} /> : null}
      {step === 2 ? (
        <>
          <WordsOf part='affected' raise={raise} lines />
          <WordsOf part='suggestion' raise={raise} lines />
          <Kind raise={raise} />
          <Photos raise={raise} />
        </>
      ) : null}
      {step === 3 ? <Review raise={raise} /> : null}
    </>
  )
}

function What({ raise }: { readonly raise: Raise }) {
  const { resumed, drafts, draft } = raise
  const others = drafts.filter(({ id }) => id !== draft.id).length
  return (
    <>
      {resumed ? (
        <Banner tone='blue' action={{ label: '另写一件', onTap: () => void raise.startAnother() }}>
          接着上次写的
        </Banner>
      ) : null}
      <WordsOf part='title' raise={raise} />
      <WordsOf part='what' raise={raise} lines />
      <SaidAloud key={draft.id} raise={raise} />
      <WordsOf part='where' raise={raise} />
      <Similar raise={raise} />
      {others > 0 ? (
        <LinkRows>
          <LinkRow title='没写完的草稿' value={`${others} 份`} onTap={() => void replace('raise/drafts')} />
        </LinkRows>
      ) : null}
    </>
  )
}
