import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Section } from '@/components/section/section'
import { Tag } from '@/components/tag/tag'
import { askConsent } from '@/platform/talk-to-server/consent'
import { open } from '@/platform/screen/navigation'
import { dayWords } from '@/platform/phone/time'
import { DeedSays } from './deed-says'
import { useKeptWords } from './kept-words'
import type { TopicPage, TopicView } from './topic-store'
import { lastDay } from './words'
import look from './topic.module.scss'

/** During a posting: who disagrees says so, and is answered. */
export function Objections({ topic, page }: { readonly topic: TopicView; readonly page: TopicPage }) {
  const { objection, objections, now } = topic
  const [writing, setWriting] = useState(false)
  const [reason, setReason] = useKeptWords(`objection:${topic.card.id}`)
  if (!objection && objections.length === 0) return null
  const send = async () => {
    askConsent('progress', 'posting')
    if (!(await page.object(reason))) return
    setReason('')
    setWriting(false)
  }
  return (
    <Section title='有不同意见'>
      {objection ? (
        <Card look='quiet'>
          <View className='sub'>
            {objection.open
              ? `对公示的内容不同意，${lastDay(objection.until)}前可以提出来，村务监督委员会会答复您。`
              : `提异议的时间到 ${lastDay(objection.until)}为止，已经过了。`}
          </View>
          {objection.waiting > 0 ? <View className='small'>还有 {objection.waiting} 件没有答复</View> : null}
          {objection.open ? (
            <View className={look.part}>
              <Button look='ghost' onTap={() => setWriting(true)}>
                我有异议
              </Button>
            </View>
          ) : null}
        </Card>
      ) : null}
      {objections.map(({ id, reason: said, at, answer, upheld, mayAnswer }) => (
        <Card key={id}>
          <Tag tone={answer === null ? 'amber' : 'grey'}>{answer === null ? '等答复' : upheld ? '异议成立' : '没有采纳'}</Tag>
          <View className='body'>{said}</View>
          <View className='small'>{dayWords(at, now)}提出，名字不公开</View>
          {answer ? <View className='body'>答复：{answer}</View> : null}
          {mayAnswer ? (
            <View className={look.part}>
              <Button onTap={() => void open('moderator/step', { id: topic.card.id, objection: id })}>答复这件异议</Button>
            </View>
          ) : null}
        </Card>
      ))}
      <Sheet
        open={writing}
        title='我有异议'
        onClose={() => setWriting(false)}
        actions={
          <Button busy={page.doing.at === 'sending'} onTap={() => void send()}>
            交给村务监督委员会
          </Button>
        }
      >
        <TextArea label='哪里不同意，为什么' hint='名字只有处理的人看得到。最多 500 字' value={reason} onChange={setReason} />
        <DeedSays doing={page.doing} deed='object' />
      </Sheet>
    </Section>
  )
}
