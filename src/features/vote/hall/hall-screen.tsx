import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Chips } from '@/components/chips/chips'
import { Countdown } from '@/components/countdown/countdown'
import { Dialog } from '@/components/dialog/dialog'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Meter } from '@/components/meter/meter'
import { Row } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Tag } from '@/components/tag/tag'
import { Toast } from '@/components/toast/toast'
import { refusalWords } from '@/contract/refusal-words'
import { dayOf } from '@/domain/ground/calendar'
import { formNames } from '@/domain/vote/motions'
import { useLive } from '@/platform/talk-to-server/use-live'
import { open } from '@/platform/screen/navigation'
import { clockWords, whenWords } from '@/platform/phone/time'
import type { Device } from './device'
import { DeskPart } from './desk-part'
import { Shown } from './shown'
import type { Act, Doing, HallVote, HallVoteView } from './store'
import { channelLine, hallPhase, paperLine, stillWanting, tooManyPapers } from './words'
import look from './hall-vote.module.scss'

const asksEvery = 10

interface HallVoteProps {
  readonly motionId: string
  readonly hall: StoreApi<HallVote>
  readonly device: StoreApi<Device>
}

/** A vote in the hall, for who runs it: who has come, the opening, the ways to vote, the paper. */
export function HallVoteScreen({ motionId, hall, device }: HallVoteProps) {
  const { said, doing, refresh, say, ask, spoil } = useStore(hall)
  useLive(refresh, asksEvery)
  return (
    <Shown
      title='会场表决'
      hall={hall}
      bottom={view =>
        view.openedAt === null && view.may.open && view.now < view.card.closesAt ? openingOf(view, () => void ask({ does: 'open' })) : {}
      }
    >
      {(view, now) => {
        const phase = hallPhase(view, now)
        return (
          <>
            <Row>
              <Tag tone='blue'>{formNames[view.card.form]}</Tag>
              <Tag tone={phase === 'open' ? 'green' : 'amber'}>{phaseNames[phase]}</Tag>
            </Row>
            <View className={look.block}>
              <Numbers view={view} />
            </View>
            <Clock view={view} now={now} onOver={() => void refresh()} />
            {phase === 'counting' || phase === 'over' || !(view.may.admit || view.may.hand || view.may.issue) ? null : (
              <DeskPart hall={hall} device={device} view={view} phase={phase} />
            )}
            {phase === 'gathering' ? null : (
              <TurnoutPart view={view} onSpoil={phase === 'open' && view.may.issue ? () => void spoil() : null} />
            )}
            <Section title='接下来'>
              <LinkRows>
                {view.may.issue || view.paper.issued > 0 ? (
                  <LinkRow
                    title='数纸质票'
                    line={
                      phase === 'open' || phase === 'gathering' ? '截止以后，两位计票人各数一遍' : '两位计票人各数一遍，封好后监督委员确认'
                    }
                    onTap={() => void open('teller/count', { id: motionId })}
                  />
                ) : null}
                {view.proxies === undefined ? null : (
                  <LinkRow title='书面委托' line='谁委托谁来投，拍下委托书' onTap={() => void open('teller/proxy', { id: motionId })} />
                )}
                <LinkRow title='计票单' line='打印出来签字，网络断了也能手写' onTap={() => void open('teller/sheet', { id: motionId })} />
                <LinkRow title='看投票页' onTap={() => void open('vote/index', { id: motionId })} />
              </LinkRows>
            </Section>
            <Toast text={said} onGone={() => say(null)} />
            <Asking hall={hall} doing={doing} />
          </>
        )
      }}
    </Shown>
  )
}

function openingOf(view: HallVoteView, begin: () => void) {
  const wanting = stillWanting(view)
  return {
    actions: (
      <Button disabled={wanting > 0} onTap={begin}>
        开始表决
      </Button>
    ),
    note: wanting > 0 ? `还差 ${wanting} 才到法定人数，到齐了才能开始` : '开始以后才能投票；后来的人还可以登记',
  }
}

const phaseNames = { gathering: '还没开始', open: '正在投票', counting: '已截止，正在计票', over: '结果已出' } as const

function Numbers({ view }: { readonly view: HallVoteView }) {
  const { card, present, left, quorum } = view
  const wanting = stillWanting(view)
  const says = `应到 ${card.rollSize}，已到 ${present}，${wanting > 0 ? `还差 ${wanting}` : '已够法定人数'}`
  return (
    <>
      <View className={look.figures} {...role('group', says)}>
        <View className={look.figure}>
          <View className='small'>应到</View>
          <View className={look.number}>{card.rollSize}</View>
        </View>
        <View className={look.figure}>
          <View className='small'>已到</View>
          <View className={look.number}>{present}</View>
        </View>
        <View className={look.figure}>
          <View className='small'>{wanting > 0 ? '还差' : '法定人数'}</View>
          <View className={look.number}>{wanting > 0 ? wanting : '够了'}</View>
        </View>
      </View>
      {card.quorumNeeds > 0 ? <Meter label={says} value={present} of={card.rollSize} legal={card.quorumNeeds} /> : null}
      <View className='small'>{quorum}</View>
      {left > 0 ? <View className='small'>离场 {left}</View> : null}
    </>
  )
}

const sameDay = (one: number, other: number): boolean => dayOf(one) === dayOf(other)
const closingLine = (closesAt: number, now: number): string => `${whenWords(closesAt, now)} 截止。`

function Clock({ view: { card, now: heard }, now, onOver }: { readonly view: HallVoteView; readonly now: number; onOver(): void }) {
  if (card.result) return null
  const soon = now < card.opensAt
  const end = soon ? card.opensAt : card.closesAt
  return (
    <View className={look.block}>
      <Card>
        <Row apart>
          <View>
            <View className='small'>现在</View>
            <View className={look.clock}>{clockWords(now)}</View>
          </View>
          <View>
            <View className='small'>{soon ? '开始' : '截止'}</View>
            <View className={look.clock}>{sameDay(end, now) ? clockWords(end) : whenWords(end, now)}</View>
          </View>
        </Row>
        <Countdown
          className='sub'
          until={end}
          now={heard}
          {...(soon ? { before: '离开始还有' } : {})}
          over={soon ? '可以开始了' : '投票已截止'}
          onOver={onOver}
        />
        {soon ? <View className='small'>到了时间、人也到齐了，由主持人宣布开始；{closingLine(card.closesAt, now)}</View> : null}
      </Card>
    </View>
  )
}

function TurnoutPart({ view, onSpoil }: { readonly view: HallVoteView; readonly onSpoil: (() => void) | null }) {
  return (
    <Card>
      <Heading level={2} size={3}>
        投了多少
      </Heading>
      <View className='sub'>{channelLine(view)}</View>
      {view.paper.issued > 0 ? (
        <View className='sub'>
          纸质票：发出 {view.paper.issued}，作废 {view.paper.spoiled}
        </View>
      ) : null}
      {view.paper.found > 0 ? <View className='small'>{paperLine(view)}</View> : null}
      {tooManyPapers(view) ? (
        <View className='body red' {...role('alert')}>
          票箱里的票比发出的多：按规定这次表决作废，要重投。
        </View>
      ) : null}
      {view.card.result ? null : <View className='small'>投了什么，截止前谁也看不到。</View>}
      {onSpoil ? (
        <View className={look.block}>
          <Button look='ghost' onTap={onSpoil}>
            有人写错了，换一张纸质票
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

const spoilReasons = ['写错了', '撕破了', '弄脏了'] as const

/** What the act does, asked once more. */
function askedWords(act: Act): { readonly title: string; readonly line: string; readonly confirm: string } {
  switch (act.does) {
    case 'open':
      return { title: '现在开始表决吗？', line: '法定人数已经到了。开始以后，大家就可以投票，问题和名册都不再变。', confirm: '现在开始' }
    case 'admit':
      return { title: `登记 ${act.unit.name} 到会`, line: '请当面问过本人。', confirm: '登记到会' }
    case 'leave':
      return {
        title: `${act.unit.name} 离场了吗？`,
        line: '表决开始前离场的，不算到会；开始以后离场的，还算到会，没投的记作“未交回”。',
        confirm: '记离场',
      }
    case 'issue':
      return {
        title: `发一张纸质票给 ${act.unit.name}？`,
        line: '发出以后，他就不能再用手机或者平板投；没写过的票交回来，可以换别的方式。',
        confirm: '发出去了',
      }
    case 'takeBack':
      return {
        title: `收回 ${act.unit.name} 的纸质票？`,
        line: '要看清楚：票上没有写过。收回以后他可以换别的方式投。写过的不能收回，只能作废换新。',
        confirm: '没写过，收回',
      }
    case 'spoil':
      return { title: '作废一张，换一张新的', line: '旧票当面收走，写上“作废”单独放好。', confirm: '作废换新' }
  }
}

function Asking({ hall, doing }: { readonly hall: StoreApi<HallVote>; readonly doing: Doing }) {
  const { go, leave, reason } = hall.getState()
  if (doing.at === 'rest') return <Dialog open={false} title='' confirm='' onConfirm={leave} onCancel={leave} />
  const { act } = doing
  const { title, line, confirm } = askedWords(act)
  const trouble = doing.at === 'refused' ? refusalWords[doing.refusal] : doing.at === 'unsure' ? '没有收到回音。再点一次，不会重复。' : null
  const quiet = act.does === 'admit' && (doing.at === 'asked' || doing.at === 'sending')
  const lacking = act.does === 'spoil' && act.reason === ''
  return (
    <Dialog
      open={!quiet}
      title={title}
      confirm={confirm}
      busy={doing.at === 'sending'}
      danger={act.does === 'spoil'}
      onConfirm={() => {
        if (!lacking) void go()
      }}
      onCancel={leave}
    >
      {trouble ? (
        <View className='body red' {...role('alert')}>
          {trouble}
        </View>
      ) : null}
      <View className='sub'>{line}</View>
      {act.does === 'spoil' ? (
        <Chips
          label='为什么作废'
          options={spoilReasons.map(value => ({ value, label: value }))}
          value={spoilReasons.find(value => value === act.reason) ?? null}
          onChange={reason}
        />
      ) : null}
      {lacking ? <View className='small'>请先选一个原因</View> : null}
    </Dialog>
  )
}
