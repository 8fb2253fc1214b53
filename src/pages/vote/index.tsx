import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createCheck } from '@/features/ballots/check'
import { createHelping } from '@/features/ballots/helping'
import { receiptsOnThisPhone as receipts } from '@/features/ballots/receipts'
import { createVote } from '@/features/ballots/store'
import { VoteScreen } from '@/features/ballots/vote-screen'
import { drawKey } from '@/platform/chance'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

/** From here to a ballot in the box are two calls: this motion, and the ballot. */
export default function VotePage() {
  const id = readTold(useRouter().params.id)
  const [vote] = useState(() => createVote(id, { call, receipts, draw: drawKey }))
  const [check] = useState(() => createCheck(id, { call, receipts }))
  const [helping] = useState(() => createHelping(id, call))
  useDidShow(() => void vote.getState().refresh())
  usePullDownRefresh(() => void vote.getState().refresh().then(endPullDown))
  return <VoteScreen vote={vote} check={check} helping={helping} />
}
