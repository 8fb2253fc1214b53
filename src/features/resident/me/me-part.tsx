import { useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Unseen } from '@/components/looked/looked'
import { Segments } from '@/components/segments/segments'
import { Switch } from '@/components/switch/switch'
import { Toast } from '@/components/toast/toast'
import { usePreferences } from '@/platform/screen/preferences'
import { whenWords } from '@/platform/phone/time'
import { DemoPart } from './demo-part'
import { AboutPart, HallPart, MenuPart } from './menu-part'
import { MessagesPart } from './messages-part'
import type { Messages } from './messages-store'
import type { Registering } from './registering'
import type { Me } from './store'
import { WhoPart } from './who-part'

type Part = 'me' | 'messages'

/** One's own corner: who I am, what I was told, how I want to see things. */
export function MePart({
  me,
  messages,
  registering,
}: {
  readonly me: StoreApi<Me>
  readonly messages: StoreApi<Messages>
  readonly registering: StoreApi<Registering>
}) {
  const { seen, refresh } = useStore(me)
  const unread = useStore(messages, state =>
    state.seen.at === 'shown' ? state.seen.view.unread : seen.at === 'shown' ? seen.view.unread : 0,
  )
  const { elder, toggle } = usePreferences()
  const [part, turn] = useState<Part>('me')
  const [said, say] = useState<string | null>(null)
  const bigger = <Switch label='大字版' note='字大、按钮大，一页只做一件事' on={elder} onChange={toggle} />
  if (seen.at !== 'shown')
    return (
      <>
        {bigger}
        <Unseen seen={seen} rows={3} onRetry={refresh} />
      </>
    )
  const { view } = seen
  const moved = async (done: boolean) => {
    await refresh()
    const after = me.getState().seen
    say(done && after.at === 'shown' ? `时间走到了${whenWords(after.view.now, view.now)}` : '时间没有走动，请再试一次')
  }
  return (
    <>
      {view.person ? (
        <Segments<Part>
          label='我的'
          items={[
            { key: 'me', label: '我的' },
            { key: 'messages', label: '消息', count: unread },
          ]}
          at={part}
          onChange={turn}
        />
      ) : null}
      {part === 'messages' ? (
        <MessagesPart messages={messages} />
      ) : (
        <>
          <WhoPart view={view} registering={registering} />
          {bigger}
          <MenuPart person={view.person} />
          {view.org.demo ? <DemoPart now={view.now} onMoved={moved} /> : null}
          <HallPart org={view.org} />
          <AboutPart />
        </>
      )}
      <Toast text={said} onGone={() => say(null)} />
    </>
  )
}
