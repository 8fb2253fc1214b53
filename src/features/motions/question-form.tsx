import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Choices } from '@/components/choices/choices'
import { Dialog } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Page } from '@/components/page/page'
import { Section } from '@/components/section/section'
import { unitWord } from '@/domain/bodies/names'
import { open } from '@/platform/navigation'
import { toTop } from '@/platform/scroll'
import { Preview } from './preview'
import { chosenBody, questionLength, wrongParts, type BodyChoice } from './question'
import type { Putting, PutMotion } from './store'
import { WaysPart } from './ways-part'
import { WindowPart } from './window-part'

const forms = [
  { value: 'named', label: '记名', note: '截止后公布谁投了什么；截止前可以改' },
  { value: 'secret', label: '无记名', note: '谁投了什么没人看得到；投了不能改，凭回执能查到自己那一票' },
] as const

const bodyOption = ({ id, name, says, rollSize, rule, binding }: BodyChoice) =>
  ({ value: id, label: name, note: binding ? `${says}，结果算数。${rule}` : `${says}。一共 ${rollSize} ${unitWord(id)}，结果只作参考。`, disabled: rollSize === 0 })

export function QuestionForm({ store, form: { ground, question, wrong, doing, trouble } }: { readonly store: StoreApi<PutMotion>; readonly form: Extract<Putting, { at: 'form' }> }) {
  const { change, choose, submit, back, send } = useStore(store)
  const { topic, asked } = ground
  const body = chosenBody(ground, question)
  const parts = wrongParts(wrong)
  return (
    <Page title='提请表决' note='发出后问题不能再改，名册从这一刻起固定。' actions={<Button busy={doing === 'sending'} onTap={() => { submit(); toTop() }}>提请表决</Button>}>
      <LinkRows><LinkRow title={topic.card.title} line='看议题全文' onTap={() => void open('topic/index', { id: topic.card.id })} /></LinkRows>
      {trouble ? <Banner tone='red'>{trouble}</Banner> : null}
      {parts && !trouble ? <Banner tone='red'>{`还要改一改：${parts}`}</Banner> : null}
      {asked.byLaw ? null : <Banner tone='amber'>村里的章程还没有授权在网上表决，所以这里投的票只作参考。</Banner>}
      <TextArea label='要问大家什么（必填）' hint='写成一句能答“赞成”或“反对”的话，比如：“今年在村口装 6 盏路灯，花 3 万元以内”' most={questionLength} value={question.text} error={wrong.text} onChange={text => change({ text })} />
      <Choices label='谁来投（必填）' options={asked.bodies.map(bodyOption)} value={question.body} error={wrong.body} onChange={choose} />
      {asked.byLaw ? <View className='small'>网上表决的依据：{asked.byLaw}</View> : null}
      <Section title='怎么投'><Choices label='怎么投' hideLabel options={forms} value={question.form} onChange={form => change({ form })} /></Section>
      <WaysPart ways={question} wrong={wrong} onChange={change} />
      {body ? <WindowPart body={body} now={topic.now} question={question} wrong={wrong} onChange={change} /> : null}
      {body ? <Preview question={question} body={body} /> : null}
      <Dialog open={doing !== 'filling'} title='提请表决吗' confirm='确定，发出去' busy={doing === 'sending'} onConfirm={() => void send()} onCancel={back}>
        <View>问：{question.text.trim()}</View>
        <View>发出后，名册上的 {body?.rollSize ?? 0} {body ? unitWord(body.id) : '人'}会收到通知，问题和时间都不能再改。</View>
      </Dialog>
    </Page>
  )
}
