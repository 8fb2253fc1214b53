import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Toast } from '@/components/toast/toast'
import { reasonLength, type Judge } from './judging'

/** The reason for taking a comment down, in words its author reads; and the word that it is done. */
export function TakeDown({ judge }: { readonly judge: StoreApi<Judge> }) {
  const { judging, write, send, leave } = useStore(judge)
  const hiding = judging.at === 'reasoning' || (judging.at === 'sending' && !judging.show)
  return (
    <>
      <Sheet open={hiding} title='为什么不展示' onClose={leave}
        actions={<Button look='danger' busy={judging.at === 'sending'} onTap={() => void send()}>不展示，把原因告诉他</Button>}>
        <TextArea label='原因' hint='写给留言的人看，比如：有别人的姓名和住址' most={reasonLength} value={hiding ? judging.reason : ''} disabled={judging.at === 'sending'}
          error={judging.at === 'reasoning' ? judging.wrong ?? undefined : undefined} onChange={write} />
      </Sheet>
      <Toast text={judging.at === 'judged' ? (judging.show ? '这条留言大家看得到了' : '没有展示，原因已告诉留言的人') : null} onGone={leave} />
    </>
  )
}
