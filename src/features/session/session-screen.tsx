import { useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Toast } from '@/components/toast/toast'
import { addToCalendar } from '@/platform/phone/calendar'
import { openLink } from '@/platform/screen/links'
import { open } from '@/platform/screen/navigation'
import { copy } from '@/platform/phone/phone'
import { CheckIn } from './check-in-part'
import { DeskPart } from './desk-part'
import type { Desk } from './desk-store'
import { Agenda, SessionFacts } from './facts-part'
import { SignUpTrouble, signUpActions } from './sign-up-part'
import type { SessionScreen as Session } from './store'
import { meetingOf } from './words'

/** One session: when and where, how to come, and what to do at the door. */
export function SessionScreen({ session, desk }: { readonly session: StoreApi<Session>; readonly desk: StoreApi<Desk> }) {
  const state = useStore(session)
  const { seen, doing } = state
  const [said, say] = useState<string | null>(null)
  if (seen.at !== 'shown')
    return <Unseen title='议事会' seen={seen} look='page' rows={3} elsewhere='可以从“议事”里再找找。' onRetry={state.refresh} />
  const { view } = seen
  const { card, doors, runsHall } = view
  const id = card.id
  const actions = signUpActions(state, view)
  const calendar = async () =>
    say((await addToCalendar(meetingOf(view))) ? '已放进日历，开会前 1 小时提醒您' : '手机没有让记，请自己记一下时间')
  const number = async () =>
    say((await copy(view.meetingNumber)) ? `会议号 ${view.meetingNumber} 复制好了` : `请记下会议号：${view.meetingNumber}`)
  const link = async () => {
    if (!(await openLink(view.meetingLink))) say('会议链接复制好了，请到浏览器或会议软件里打开')
  }
  return (
    <Page title='议事会' heading={card.title} actions={doors === 'called-off' ? undefined : (actions ?? undefined)}>
      {card.present ? <Banner tone='green'>您已签到。</Banner> : null}
      {doors === 'called-off' ? <Banner tone='amber'>这场议事会改期了，定下新时间会再请您。</Banner> : null}
      {doors === 'over' ? <Banner tone='blue'>这场议事会已经结束，结论看议题和公示。</Banner> : null}
      <SignUpTrouble doing={doing} />
      {doors === 'open' && !card.present ? <CheckIn session={session} view={view} /> : null}
      <SessionFacts view={view} onCalendar={calendar} onLink={link} onNumber={number} />
      {view.agenda.length > 0 ? <Agenda agenda={view.agenda} /> : null}
      <LinkRows>
        <LinkRow title='要议的事' line={view.topicTitle} onTap={() => open('topic/index', { id: card.topicId })} />
        {runsHall ? (
          <LinkRow title='打开会场大屏' line='投到会场的屏幕或电视上，显示签到码和到会人数' onTap={() => open('session/hall', { id })} />
        ) : null}
        {runsHall ? (
          <LinkRow
            title='打印签到用的码'
            line='贴在会场门口，扫一扫就到签到页'
            onTap={() => open('session/code', { kind: 'session', id })}
          />
        ) : null}
        {runsHall ? (
          <LinkRow
            title='打印这件事的码'
            line='贴在公示栏，扫一扫就看到进展'
            onTap={() => open('session/code', { kind: 'topic', id: card.topicId })}
          />
        ) : null}
      </LinkRows>
      {runsHall && doors === 'open' ? <DeskPart desk={desk} /> : null}
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}
