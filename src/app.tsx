import { type PropsWithChildren, useMemo } from 'react'
import { useLaunch } from '@tarojs/taro'
import { FrameContext, type Frame, type Tab } from '@/components/page/frame'
import { useEverywhere } from '@/platform/talk-to-server/everywhere'
import { back, openTab, type TabPage } from '@/platform/screen/navigation'
import { useOnline, watchNetwork } from '@/platform/talk-to-server/network'
import { dial } from '@/platform/phone/phone'
import { usePreferences } from '@/platform/screen/preferences'
import { watchUpdates } from '@/platform/screen/updates'
import './app.scss'

const names: Record<TabPage, string> = { home: '首页', topics: '议题', sessions: '议事', notices: '公示', me: '我的' }
const order: readonly TabPage[] = ['home', 'topics', 'sessions', 'notices', 'me']

export default function App({ children }: PropsWithChildren) {
  useLaunch(watchNetwork)
  useLaunch(watchUpdates)
  const elder = usePreferences(preferences => preferences.elder)
  const online = useOnline(network => network.online)
  const phone = useEverywhere(shown => shown.phone)
  const unread = useEverywhere(shown => shown.unread)
  const frame = useMemo(
    (): Frame => ({
      elder,
      online,
      phone,
      dial,
      tabs: order.map((key): Tab => ({ key, label: names[key], icon: key, badge: key === 'me' ? unread : 0 })),
      openTab: key => void openTab(key as TabPage),
      back: () => void back(),
    }),
    [elder, online, phone, unread],
  )
  return <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>
}
