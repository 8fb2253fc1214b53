import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Toast } from '@/components/toast/toast'
import { caseWordsLength, reasonNames, takedownReasons } from '@/domain/moderation/cases'
import type { Finding, Judge } from './judging'

const titles: Record<Finding, string> = { show: '', hide: '为什么收起来', restore: '放回来，说几句', uphold: '还是收着，说明为什么' }
const done: Record<Finding, string> = {
  show: '这一条看过了，没问题',
  hide: '收起来了，原因已告诉写的人',
  restore: '放回来了，已告诉写的人',
  uphold: '已告诉写的人',
}
const reasons = reasonNames.map(value => ({ value, label: takedownReasons[value] }))

/** Why something is put away, or how an appeal is answered, in words its author reads; and the word that it is done. */
export function TakeDown({ judge }: { readonly judge: StoreApi<Judge> }) {
  const { judging, choose, write, send, leave } = useStore(judge)
  const form = judging.at === 'reasoning' || (judging.at === 'sending' && judging.what !== 'show') ? judging : null
  const hiding = form?.what === 'hide'
  return (
    <>
      <Sheet
        open={form !== null}
        title={titles[form?.what ?? 'show']}
        onClose={leave}
        actions={
          <Button look={form?.what === 'restore' ? 'main' : 'danger'} busy={judging.at === 'sending'} onTap={() => void send()}>
            {hiding ? '收起来，把原因告诉他' : '定了，告诉他'}
          </Button>
        }
      >
        {hiding ? <Chips label='原因' options={reasons} value={form.reason} onChange={choose} /> : null}
        {hiding ? <View className='small'>批评公事、批评办事的人，不能收起来。</View> : null}
        <TextArea
          label={hiding ? '再说明几句（可以不写）' : '写给他看'}
          hint={hiding ? '比如：写了别人的住址' : undefined}
          most={caseWordsLength}
          value={form?.words ?? ''}
          disabled={judging.at === 'sending'}
          error={judging.at === 'reasoning' ? (judging.wrong ?? undefined) : undefined}
          onChange={write}
        />
      </Sheet>
      <Toast text={judging.at === 'judged' ? done[judging.what] : null} onGone={leave} />
    </>
  )
}
