import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Choices } from '@/components/choices/choices'
import { Dialog } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Page } from '@/components/page/page'
import { Stack } from '@/components/row/row'
import { open } from '@/platform/screen/navigation'
import { agoWords } from '@/platform/phone/time'
import { answerLength, asksCause, type Answering, type AnswerObjection, type TopicView } from './answering'
import { Ending } from './ending'
import { OpeningPage } from './opening'

const title = '办这一步'
/** What either answer does, by what is on the board: the outcome, or the result of the work. */
const answersOn = (state: TopicView['card']['state']) =>
  state === 'result_posting' || state === 'major_result_posting'
    ? ([
        { value: 'no', label: '异议不成立', note: '结果不变，公示继续' },
        { value: 'yes', label: '异议成立', note: '这次公示停下，继续整改，办好再公示' },
      ] as const)
    : ([
        { value: 'no', label: '异议不成立', note: '结论不变，公示继续' },
        { value: 'yes', label: '异议成立', note: '这次公示停下，按错在哪里处理' },
      ] as const)

/** What each finding leads to. */
const causesOn = (state: TopicView['card']['state']) =>
  [
    { value: 'text', label: '文字有误', note: state === 'resolution_posting' ? '更正后重新贴满期限' : '结论重新整理后再公示' },
    { value: 'procedure', label: '程序有错', note: state === 'resolution_posting' ? '重新通知、重新表决' : '结论重新整理后再公示' },
    { value: 'plan', label: '方案有错', note: state === 'resolution_posting' ? '退回两委重新商议' : '结论重新整理后再公示' },
    { value: 'unlawful', label: '不合法', note: '先停下，报镇街处理' },
  ] as const

/** An objection, and the supervision committee's answer to it. */
export function ObjectionScreen({ store }: { readonly store: StoreApi<AnswerObjection> }) {
  const { answering, refresh } = useStore(store)
  switch (answering.at) {
    case 'loading':
    case 'failed':
    case 'refused':
      return <OpeningPage title={title} moment={answering} onRetry={() => void refresh()} />
    case 'gone': {
      const { objection, topic } = answering
      return (
        <Page title={title}>
          <Ending
            title={objection?.answer ? '这件异议已经答复' : '这件异议不由您答复'}
            line={objection?.answer ?? '异议由村务监督委员会答复，提异议的人不能答复自己的。'}
            topicId={topic.card.id}
          />
        </Page>
      )
    }
    case 'answered':
      return (
        <Page title={title}>
          <Ending
            title='答复好了'
            line={answering.upheld ? '异议成立，这次公示停下。' : '提异议的人会收到您的答复。'}
            topicId={answering.topic.card.id}
          />
        </Page>
      )
    case 'form':
      return <AnswerForm store={store} form={answering} />
  }
}

function AnswerForm({
  store,
  form: { topic, objection, reply, wrong, doing, trouble },
}: {
  readonly store: StoreApi<AnswerObjection>
  readonly form: Extract<Answering, { at: 'form' }>
}) {
  const { judge, blame, write, submit, back, send } = useStore(store)
  const answers = answersOn(topic.card.state)
  return (
    <Page
      title={title}
      heading='答复异议'
      actions={
        <Button busy={doing === 'sending'} onTap={submit}>
          答复
        </Button>
      }
    >
      <LinkRows>
        <LinkRow title={topic.card.title} line='看议题全文和公示的结论' onTap={() => void open('topic/index', { id: topic.card.id })} />
      </LinkRows>
      {trouble ? <Banner tone='red'>{trouble}</Banner> : null}
      <Card edge='amber'>
        <Stack>
          <View className='small'>村民的异议 · {agoWords(objection.at, topic.now)}</View>
          <View className='body'>{objection.reason}</View>
        </Stack>
      </Card>
      <Choices
        label='监督委员会怎么看（必填）'
        options={answers}
        value={reply.upheld === null ? null : reply.upheld ? 'yes' : 'no'}
        error={wrong.upheld}
        onChange={value => judge(value === 'yes')}
      />
      {reply.upheld === true && asksCause(topic) ? (
        <Choices
          label='错在哪里（必填）'
          options={causesOn(topic.card.state)}
          value={reply.cause ?? null}
          error={wrong.cause}
          onChange={blame}
        />
      ) : null}
      <TextArea
        label='答复（必填）'
        hint='写给提异议的人看：查了什么，为什么这样定'
        most={answerLength}
        value={reply.answer}
        error={wrong.answer}
        onChange={write}
      />
      <Dialog
        open={doing !== 'filling'}
        title={reply.upheld ? '确定异议成立吗' : '确定异议不成立吗'}
        confirm='确定，答复他'
        busy={doing === 'sending'}
        onConfirm={() => void send()}
        onCancel={back}
      >
        <View>{reply.upheld ? answers[1].note : answers[0].note}。答复后不能再改。</View>
      </Dialog>
    </Page>
  )
}
