import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Dialog, Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Page } from '@/components/page/page'
import { Pair, Stack } from '@/components/row/row'
import { open } from '@/platform/screen/navigation'
import { agoWords } from '@/platform/phone/time'
import { noteLength, type Confirming, type SecondKey } from './confirming'
import { Ending } from './ending'
import { OpeningPage } from './opening'
import { ToldList } from './told'

const title = '办这一步'

/** What was proposed, for the person who turns the second key. */
export function ConfirmScreen({ secondKey }: { readonly secondKey: StoreApi<SecondKey> }) {
  const { confirming, refresh } = useStore(secondKey)
  switch (confirming.at) {
    case 'loading':
    case 'failed':
    case 'refused':
      return <OpeningPage title={title} moment={confirming} onRetry={() => void refresh()} />
    case 'nothing':
      return (
        <Page title={title}>
          <Ending title='没有等确认的步骤' line='可能已经确认，或者已经退回。' topicId={confirming.topic.id} />
        </Page>
      )
    case 'done': {
      const { label, agreed, topic } = confirming
      return (
        <Page title={title}>
          <Ending
            title={agreed ? `“${label}”已确认` : `“${label}”已退回`}
            line={agreed ? '现在生效，相关的人会收到通知。' : '提出的人会看到您写的原因，改好后可以再提。'}
            topicId={topic.id}
          />
        </Page>
      )
    }
    case 'shown':
      return <Proposal secondKey={secondKey} shown={confirming} />
  }
}

function Proposal({
  secondKey,
  shown: { topic, pending, doing, trouble },
}: {
  readonly secondKey: StoreApi<SecondKey>
  readonly shown: Extract<Confirming, { at: 'shown' }>
}) {
  const { agree, handBack, write, back, send } = useStore(secondKey)
  const sending = doing.at === 'sending'
  const returning = doing.at === 'returning' || (sending && !doing.agrees)
  const actions = pending.mayConfirm ? (
    <Pair>
      <Button look='ghost' disabled={sending} onTap={handBack}>
        退回，写明原因
      </Button>
      <Button disabled={sending} onTap={agree}>
        确认
      </Button>
    </Pair>
  ) : undefined
  return (
    <Page title={title} heading={`确认：${pending.label}`} actions={actions}>
      <LinkRows>
        <LinkRow title={topic.title} line={`${topic.where} · 看议题全文`} onTap={() => void open('topic/index', { id: topic.id })} />
      </LinkRows>
      {trouble ? <Banner tone='red'>{trouble}</Banner> : null}
      {pending.mayConfirm ? null : (
        <Banner tone='amber'>{`已经提出，由${pending.confirmedBy}的另一个人确认。提出的人、写这件事的人，不能自己确认。`}</Banner>
      )}
      <Card>
        <Stack>
          <View className='small'>
            {pending.by} · {agoWords(pending.at, topic.now)}提出
          </View>
          {pending.told.length > 0 ? <ToldList told={pending.told} /> : <View className='sub'>没有另外填写什么。</View>}
        </Stack>
      </Card>
      <View className='small'>为什么要第二个人确认：重要的一步，一个人说了不算。您看过、同意，才生效；不同意就退回。</View>
      <Dialog
        open={doing.at === 'asking' || (sending && doing.agrees)}
        title={`确认“${pending.label}”吗`}
        confirm='确认生效'
        busy={sending}
        onConfirm={() => void send()}
        onCancel={back}
      >
        <View>确认后记录在案，写着您的名字和职务。</View>
      </Dialog>
      <Sheet
        open={returning}
        title='为什么退回'
        onClose={back}
        actions={
          <Button busy={sending} onTap={() => void send()}>
            退回
          </Button>
        }
      >
        <TextArea
          label='原因'
          hint='提出的人马上看得到，照着改'
          most={noteLength}
          value={returning ? doing.note : ''}
          disabled={sending}
          error={doing.at === 'returning' ? (doing.wrong ?? undefined) : undefined}
          onChange={write}
        />
      </Sheet>
    </Page>
  )
}
