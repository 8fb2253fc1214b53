import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { heading } from '@/components/aria'
import { classes } from '@/components/classes'
import { Article } from '@/components/article/article'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Dialog } from '@/components/dialog/dialog'
import { Fold } from '@/components/fold/fold'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Page } from '@/components/page/page'
import { open } from '@/platform/screen/navigation'
import { toTop } from '@/platform/screen/scroll'
import { askedNow } from './entries'
import { FieldRow } from './field-row'
import { Judged } from './judged'
import { partsOf, type Part } from './parts'
import type { TakeStep, Taking } from './store'
import look from './steps.module.scss'
import { consequenceOf, secondKeyLine } from './words'

/** A pause in typing, after which the village is asked how it looks. */
const pause = 700

/** The form of any step, drawn from what the server says the step asks. */
export function StepForm({ take, form }: { readonly take: StoreApi<TakeStep>; readonly form: Extract<Taking, { at: 'form' }> }) {
  const { fill, submit, sure, back, tryOut } = useStore(take)
  const { topic, step, entries, wrong, doing, trouble, tried } = form
  // Photos still on their way, by field.
  const [going, setGoing] = useState<readonly string[]>([])
  useEffect(() => {
    const timer = setTimeout(() => void tryOut(), pause)
    return () => clearTimeout(timer)
  }, [entries, tryOut])
  const asked = askedNow(step, entries)
  const parts = partsOf(asked)
  const judgedAt = parts.findLastIndex(({ numbers }) => numbers)
  const waits = step.missing.length > 0 || going.length > 0
  const toMend = asked
    .filter(item => wrong[item.name])
    .map(item => item.field.label)
    .join('、')
  const action = (
    <Button
      look={step.look === 'danger' ? 'danger' : 'main'}
      busy={doing === 'sending'}
      disabled={waits}
      onTap={() => void submit().then(toTop)}
    >
      {going.length > 0 ? '照片正在上传' : step.secondKey ? `提交：${step.label}` : step.label}
    </Button>
  )
  const row = (item: (typeof asked)[number], part: Part) => (
    <FieldRow
      key={item.name}
      topic={topic}
      item={item}
      entry={entries[item.name] ?? ''}
      error={wrong[item.name]}
      short={part.numbers}
      onChange={entry => fill(item.name, entry)}
      onGoing={on => setGoing(names => (on ? [...names, item.name] : names.filter(name => name !== item.name)))}
    />
  )
  return (
    <Page title='办这一步' heading={step.label} actions={action} {...(step.secondKey ? { note: secondKeyLine(step) } : {})}>
      <LinkRows>
        <LinkRow title={topic.title} line={`${topic.where} · 看议题全文`} onTap={() => void open('topic/index', { id: topic.id })} />
      </LinkRows>
      {topic.plan && !step.fields.some(({ name }) => name === 'planText') ? (
        <Fold title='方案正文' open={step.fields.some(({ name }) => name === 'checklist')}>
          <View className='body'>{topic.plan}</View>
        </Fold>
      ) : null}
      {step.missing.map(words => (
        <Banner key={words} tone='amber'>{`还不能办：${words}`}</Banner>
      ))}
      {step.advice ? (
        <Card edge='amber'>
          <View className='h3'>议事厅的建议</View>
          {step.advice.map(line => (
            <View key={line} className='body'>
              {line}
            </View>
          ))}
          <View className='small'>只是建议，由您来定。</View>
        </Card>
      ) : null}
      {trouble ? (
        <Banner tone='red'>{[trouble, ...(tried?.missing ?? [])].filter((line, i, all) => all.indexOf(line) === i).join('。')}</Banner>
      ) : null}
      {toMend ? <Banner tone='red'>{`还要改一改：${toMend}`}</Banner> : null}
      {step.fields.length === 0 ? <View className='sub'>不用填什么，看清楚就可以办。</View> : null}
      {parts.map((part, at) => (
        <View key={at}>
          {part.title ? (
            <View className={classes('h3', look.part)} {...heading(2)}>
              {part.title}
            </View>
          ) : null}
          <View className={part.numbers ? look.numbers : ''}>{part.items.map(item => row(item, part))}</View>
          {at === judgedAt ? <Judged tried={tried} /> : null}
        </View>
      ))}
      {judgedAt < 0 ? <Judged tried={tried} /> : null}
      {step.article ? <Article cites={step.article} basis={step.basis} /> : null}
      <Dialog
        open={doing === 'asking' || (doing === 'sending' && step.look === 'danger')}
        title={`确定要${step.label}吗`}
        confirm={`确定${step.label}`}
        danger
        busy={doing === 'sending'}
        onConfirm={() => void sure()}
        onCancel={back}
      >
        <View>{consequenceOf(step.name)}</View>
        {step.secondKey ? <View>{secondKeyLine(step)}。</View> : null}
      </Dialog>
    </Page>
  )
}
