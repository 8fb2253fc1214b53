import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createCheck } from '@/features/vote/record/check'
import { createCheckIn } from '@/features/vote/booth/check-in'
import { createKeys } from '@/features/vote/count/keys'
import { createProxyVote } from '@/features/vote/booth/proxy-vote'
import { receiptsOnThisPhone as receipts } from '@/features/vote/record/receipts'
import { giveRecord } from '@/features/vote/record/give-record'
import { createVote } from '@/features/vote/booth/store'
import { VoteScreen } from '@/features/vote/booth/vote-screen'
import { drawKey } from '@/platform/phone/chance'
import { createHelping } from '@/platform/talk-to-server/helping'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

/** From here to a ballot in the box are two calls: this motion, and the ballot. */
export default function VotePage() {
  const id = readTold(useRouter().params.id)
  const [vote] = useState(() => createVote(id, { call, receipts, draw: drawKey }))
  const [check] = useState(() => createCheck(id, { call, receipts }))
  const [checkIn] = useState(() => createCheckIn(id, { call, refresh: vote.getState().refresh }))
  const [proxy] = useState(() =>
    createProxyVote(id, {
      call,
      receipts,
      draw: drawKey,
      refresh: vote.getState().refresh,
      secret: () => {
        const { seen } = vote.getState()
        return seen.at === 'shown' && seen.view.card.form === 'secret'
      },
    }),
  )
  const [keys] = useState(() => createKeys(id, { call, refresh: vote.getState().refresh }))
  const [helping] = useState(() => createHelping(id, call))
  useDidShow(() => void vote.getState().refresh())
  usePullDownRefresh(() => void vote.getState().refresh().then(endPullDown))
  return (
    <VoteScreen vote={vote} check={check} checkIn={checkIn} proxy={proxy} keys={keys} helping={helping} take={() => giveRecord(call, id)} />
  )
}
