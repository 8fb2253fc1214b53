import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Heading } from '@/components/heading/heading'
import { refusalWords } from '@/contract/refusal-words'
import { Photos } from './photos'
import type { Objection } from './objection-store'
import type { NoticeView } from './store'
import { objectionLine, postingLine } from './words'
import look from './notices.module.scss'

/** How long it hangs, what hangs on the wall, and the way to object. */
export function PostingPart({ view, objection }: { readonly view: NoticeView; readonly objection: StoreApi<Objection> }) {
  const { open } = useStore(objection)
  const { notice, now, boardPhotoIds } = view
  const line = objectionLine(view)
  if (boardPhotoIds.length === 0 && !line) return null
  return (
    <Card>
      <View className={look.stack}>
        <Heading level={2} size={3}>
          {postingLine(notice, now) || '公示'}
        </Heading>
        {line ? <View className='sub'>{line}</View> : null}
        {boardPhotoIds.length > 0 ? <View className='small'>公示栏照片 {boardPhotoIds.length} 张</View> : null}
        <Photos ids={boardPhotoIds} label='公示栏照片' />
        {view.objection?.open ? (
          <Button look='ghost' onTap={open}>
            我有异议
          </Button>
        ) : null}
      </View>
    </Card>
  )
}

/** The form of an objection; its words stay through everything but an answer. */
export function ObjectionSheet({ objection }: { readonly objection: StoreApi<Objection> }) {
  const { objecting, reason, close, write, file } = useStore(objection)
  if (objecting.at === 'filed') {
    return (
      <Sheet open title='异议收到了' onClose={close}>
        <View className='body'>村务监督委员会在 5 个工作日内答复您，答复会发消息给您。没有答复以前，这件事不往下走。</View>
      </Sheet>
    )
  }
  const trouble =
    objecting.at === 'refused'
      ? refusalWords[objecting.refusal]
      : objecting.at === 'unsure'
        ? '没有收到回音，请再交一次，不会重复。您写的都还在。'
        : null
  return (
    <Sheet
      open={objecting.at !== 'closed'}
      title='我有异议'
      onClose={close}
      actions={
        <Button busy={objecting.at === 'sending'} disabled={reason.trim() === ''} onTap={file}>
          交给村务监督委员会
        </Button>
      }
    >
      <TextArea
        label='哪里不对，为什么'
        hint='写清楚事实就行。别人看不到您的名字，只有办理的人看得到。'
        value={reason}
        most={500}
        disabled={objecting.at === 'sending'}
        onChange={write}
      />
      {trouble ? (
        <View className={look.error} {...role('alert')}>
          {trouble}
        </View>
      ) : null}
    </Sheet>
  )
}
