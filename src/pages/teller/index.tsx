import { useState } from 'react'
import { useStore } from 'zustand'
import { useDidHide, useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createDevice } from '@/features/hall-vote/device'
import { DeviceScreen } from '@/features/hall-vote/device-screen'
import { HallVoteScreen } from '@/features/hall-vote/hall-screen'
import { createHall } from '@/features/hall-vote/store'
import { drawKey } from '@/platform/chance'
import { createHelping } from '@/platform/helping'
import { readTold } from '@/platform/navigation'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

/** The hall's page; while the device is with a voter it is that voter's ballot and nothing else, so that no way back leads to a ballot. */
export default function HallVotePage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHall(id, { call, draw: drawKey }))
  const [device] = useState(() => createDevice(id, { call, draw: drawKey, secret: () => { const { seen } = hall.getState(); return seen.at === 'shown' && seen.view.card.form === 'secret' } }))
  const voter = useStore(device, ({ turn }) => ('voter' in turn ? turn.voter.unitId : ''))
  const resting = useStore(device, ({ turn }) => turn.at === 'rest')
  const seen = useStore(hall, state => state.seen)
  useDidShow(() => void hall.getState().refresh())
  useDidHide(() => device.getState().giveBack())
  usePullDownRefresh(() => void hall.getState().refresh().then(endPullDown))
  if (!resting && seen.at === 'shown') return <DeviceScreen key={voter} device={device} newHelping={() => createHelping(id, call)} card={seen.view.card} onBack={() => void Promise.all([hall.getState().refresh(), hall.getState().find()])} />
  return <HallVoteScreen motionId={id} hall={hall} device={device} />
}
