import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createCheck } from '@/features/ballots/check'
import { createCheckIn } from '@/features/ballots/check-in'
import { createKeys } from '@/features/ballots/keys'
import { createProxyVote } from '@/features/ballots/proxy-vote'
import { receiptsOnThisPhone as receipts } from '@/features/ballots/receipts'
import { giveRecord } from '@/features/ballots/give-record'
import { createVote } from '@/features/ballots/store'
import { VoteScreen } from '@/features/ballots/vote-screen'
import { drawKey } from '@/platform/chance'
import { createHelping } from '@/platform/helping'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

/** From here to a ballot in the box are two calls: this motion, and the ballot. */
export default function VotePage() {
  const id = readTold(useRouter().params.id)
  const [vote] = useState(() => createVote(id, { call, receipts, draw: drawKey }))
  const [check] = useState(() => createCheck(id, { call, receipts }))
  const [checkIn] = useState(() => createCheckIn(id, { call, refresh: vote.getState().refresh }))
  const [proxy] = useState(() => createProxyVote(id, { call, receipts, draw: drawKey, refresh: vote.getState().refresh, secret: () => { const { seen } = vote.getState(); return seen.at === 'shown' && seen.view.card.form === 'secret' } }))
  const [keys] = useState(() => createKeys(id, { call, refresh: vote.getState().refresh }))
  const [helping] = useState(() => createHelping(id, call))
  useDidShow(() => void vote.getState().refresh())
  usePullDownRefresh(() => void vote.getState().refresh().then(endPullDown))
  return <VoteScreen vote={vote} check={check} checkIn={checkIn} proxy={proxy} keys={keys} helping={helping} take={() => giveRecord(call, id)} />
}
