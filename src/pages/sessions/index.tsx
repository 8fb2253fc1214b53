import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SessionListPart } from '@/features/session/list-part'
import { createSessionList } from '@/features/session/list-store'
import { Toast } from '@/components/toast/toast'
import { goTo } from '@/platform/screen/arrival'
import { canScan, scan } from '@/platform/phone/codes'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function SessionsPage() {
  const [list] = useState(() => createSessionList(call))
  const [said, say] = useState<string | null>(null)
  const onScan = async () => {
    const place = await scan()
    if (place === 'foreign') say('这不是议事厅的码，请扫会场门口或公示栏上的码')
    else if (place) await goTo(place)
  }
  useDidShow(() => void list.getState().refresh())
  usePullDownRefresh(() => void list.getState().refresh().then(endPullDown))
  return (
    <Page
      title='议事会'
      tab='sessions'
      aside={
        canScan ? (
          <Button look='quiet' onTap={() => void onScan()}>
            扫一扫
          </Button>
        ) : undefined
      }
    >
      <SessionListPart list={list} />
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}
