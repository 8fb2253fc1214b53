import { useState } from 'react'
import { useStore } from 'zustand'
import { useDidHide, useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createDevice } from '@/features/vote/hall/device'
import { DeviceScreen } from '@/features/vote/hall/device-screen'
import { HallVoteScreen } from '@/features/vote/hall/hall-screen'
import { createHallVote } from '@/features/vote/hall/store'
import { drawKey } from '@/platform/phone/chance'
import { createHelping } from '@/platform/talk-to-server/helping'
import { readTold } from '@/platform/screen/navigation'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

/** The hall's page; while the device is with a voter it is that voter's ballot and nothing else, so that no way back leads to a ballot. */
export default function HallVotePage() {
  const id = readTold(useRouter().params.id)
  const [hall] = useState(() => createHallVote(id, { call, draw: drawKey }))
  const [device] = useState(() =>
    createDevice(id, {
      call,
      draw: drawKey,
      secret: () => {
        const { seen } = hall.getState()
        return seen.at === 'shown' && seen.view.card.form === 'secret'
      },
    }),
  )
  const voter = useStore(device, ({ turn }) => ('voter' in turn ? turn.voter.unitId : ''))
  const resting = useStore(device, ({ turn }) => turn.at === 'rest')
  const seen = useStore(hall, state => state.seen)
  useDidShow(() => void hall.getState().refresh())
  useDidHide(() => device.getState().giveBack())
  usePullDownRefresh(() => void hall.getState().refresh().then(endPullDown))
  if (!resting && seen.at === 'shown')
    return (
      <DeviceScreen
        key={voter}
        device={device}
        newHelping={() => createHelping(id, call)}
        card={seen.view.card}
        onBack={() => void Promise.all([hall.getState().refresh(), hall.getState().find()])}
      />
    )
  return <HallVoteScreen motionId={id} hall={hall} device={device} />
}
