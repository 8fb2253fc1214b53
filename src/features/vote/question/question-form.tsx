import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Choices } from '@/components/choices/choices'
import { Dialog } from '@/components/dialog/dialog'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Page } from '@/components/page/page'
import { Section } from '@/components/section/section'
import { role } from '@/components/aria'
import { bodyNames, unitWord } from '@/domain/law/names'
import { mostQuestions } from '@/domain/vote/question/questions'
import { open } from '@/platform/screen/navigation'
import { toTop } from '@/platform/screen/scroll'
import { ItemPart } from './item-part'
import { Preview } from './preview'
import { chosenBody, wrongParts, type BodyChoice, type Item, type Question, type Wrong } from './question'
import type { Putting, PutMotion } from './store'
import { noPaperFor } from './ways'
import { WaysPart } from './ways-part'
import { WindowPart } from './window-part'

const forms = [
  { value: 'named', label: '记名', note: '截止后公布谁投了什么；截止前可以改' },
  { value: 'secret', label: '无记名', note: '谁投了什么没人看得到；投了不能改，凭回执能查到自己那一票' },
] as const

const bodyOption = ({ id, name, says, rollSize, rule, binding }: BodyChoice) => ({
  value: id,
  label: name,
  note: binding ? `${says}，结果算数。${rule}` : `${says}。一共 ${rollSize} ${unitWord(id)}，结果只作参考。`,
  disabled: rollSize === 0,
})

export function QuestionForm({
  store,
  form: { ground, question, wrong, doing, trouble },
}: {
  readonly store: StoreApi<PutMotion>
  readonly form: Extract<Putting, { at: 'form' }>
}) {
  const { change, add, choose, submit, back, send } = useStore(store)
  const { topic, asked, first } = ground
  const body = chosenBody(ground, question)
  const parts = wrongParts(wrong)
  const [title, count] = [first ? '提请第二轮表决' : '提请表决', question.more.length + 1]
  return (
    <Page
      title={title}
      note='发出后问题不能再改，名册从这一刻起固定。'
      actions={
        <Button
          busy={doing === 'sending'}
          onTap={() => {
            submit()
            toTop()
          }}
        >
          {title}
        </Button>
      }
    >
      <LinkRows>
        <LinkRow title={topic.card.title} line='看议题全文' onTap={() => void open('topic/index', { id: topic.card.id })} />
      </LinkRows>
      {trouble ? <Banner tone='red'>{trouble}</Banner> : null}
      {parts && !trouble ? <Banner tone='red'>{`还要改一改：${parts}`}</Banner> : null}
      {asked.byLaw ? null : <Banner tone='amber'>村里的章程还没有授权在网上表决，所以这里投的票只作参考。</Banner>}
      {first ? (
        <Card look='quiet'>
          <View className='sub'>
            第一轮没有一项够数，票数在前的再投一轮。问题、名册、投票方式都和第一轮一样，只要定下时间；不用再等通知的天数。
          </View>
        </Card>
      ) : (
        <>
          <Choices
            label='谁来投（必填）'
            options={asked.bodies.map(bodyOption)}
            value={question.body}
            error={wrong.body}
            onChange={choose}
          />
          {asked.byLaw ? <View className='small'>网上表决的依据：{asked.byLaw}</View> : null}
          <Section title={count > 1 ? '第 1 题' : '问什么'}>
            <ItemPart item={question} views={body ? bodyNames[body.id].views === true : null} wrong={wrong} onChange={change} />
          </Section>
          <Others
            question={question}
            views={body ? bodyNames[body.id].views === true : null}
            wrong={wrong}
            onChange={more => change({ more })}
          />
          {count < mostQuestions ? (
            <Button look='ghost' onTap={() => void add()}>
              同一次会再问一题
            </Button>
          ) : null}
          <View className='small'>一题一票。别的事要另提议题，不能搭在一起表决。</View>
          <Section title='怎么投'>
            <Choices label='怎么投' hideLabel options={forms} value={question.form} onChange={form => change({ form })} />
          </Section>
          <WaysPart
            ways={question}
            noPaper={noPaperFor([question, ...question.more])}
            proxies={body?.proxies}
            wrong={wrong}
            onChange={change}
          />
        </>
      )}
      {body ? (
        <WindowPart body={first ? { ...body, noticeDays: 0 } : body} now={topic.now} question={question} wrong={wrong} onChange={change} />
      ) : null}
      {body ? <Preview question={question} body={first ? { ...body, rollSize: first.rollSize } : body} /> : null}
      <Dialog
        open={doing !== 'filling'}
        title={`${title}吗`}
        confirm='确定，发出去'
        busy={doing === 'sending'}
        onConfirm={() => void send()}
        onCancel={back}
      >
        {[question, ...question.more].map((item, at) => (
          <View key={item.key}>
            {count > 1 ? `第 ${at + 1} 题` : '问'}：{item.text.trim()}
          </View>
        ))}
        <View>
          发出后，名册上的 {first?.rollSize ?? body?.rollSize ?? 0} {body ? unitWord(body.id) : '人'}会收到通知，问题和时间都不能再改。
        </View>
      </Dialog>
    </Page>
  )
}

/** The other questions of the same meeting, each of which may be taken out again. */
function Others({
  question: { more },
  views,
  wrong,
  onChange,
}: {
  readonly question: Question
  readonly views: boolean | null
  readonly wrong: Wrong
  onChange(more: readonly Item[]): void
}) {
  return (
    <>
      {more.map((item, at) => (
        <Section
          key={item.key}
          title={`第 ${at + 2} 题`}
          more='去掉这一题'
          onMore={() => onChange(more.filter(({ key }) => key !== item.key))}
        >
          <ItemPart
            item={item}
            views={views}
            wrong={{}}
            onChange={part => onChange(more.map(each => (each.key === item.key ? { ...each, ...part } : each)))}
          />
        </Section>
      ))}
      {wrong.more ? (
        <View className='small red' {...role('alert')}>
          {wrong.more}
        </View>
      ) : null}
    </>
  )
}
