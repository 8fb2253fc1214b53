import { useEffect, useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useStore } from 'zustand'
import { Page } from '@/components/page/page'
import { MePart } from '@/features/resident/me/me-part'
import { createMessages } from '@/features/resident/me/messages-store'
import { createRegistering } from '@/features/resident/me/registering'
import { createMe } from '@/features/resident/me/store'
import { useEverywhere } from '@/platform/talk-to-server/everywhere'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function MePage() {
  const [me] = useState(() => createMe(call))
  const [messages] = useState(() => createMessages(call))
  const [registering] = useState(() => createRegistering(call, () => me.getState().refresh()))
  const phone = useStore(me, ({ seen }) => (seen.at === 'shown' ? seen.view.org.hallPhone : null))
  const known = useStore(me, ({ seen }) => seen.at === 'shown' && seen.view.person !== null)
  const unread = useStore(messages, ({ seen }) => (seen.at === 'shown' ? seen.view.unread : null))
  const refresh = () => Promise.all([me.getState().refresh(), known ? messages.getState().refresh() : null])
  useEffect(() => {
    if (phone) useEverywhere.getState().learnPhone(phone)
  }, [phone])
  useEffect(() => {
    if (known) void messages.getState().refresh()
  }, [known, messages])
  useEffect(() => {
    if (unread !== null) useEverywhere.getState().setUnread(unread)
  }, [unread])
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
  return (
    <Page title='我的' tab='me'>
      <MePart me={me} messages={messages} registering={registering} />
    </Page>
  )
}
