import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { createAppealing } from '@/features/resident/own-data/appealing'
import { createCorrecting } from '@/features/resident/own-data/correcting'
import { createNaming } from '@/features/resident/own-data/naming'
import { createPicturing } from '@/features/resident/own-data/picturing'
import { OwnDataScreen } from '@/features/resident/own-data/screen'
import { createOwnData } from '@/features/resident/own-data/store'
import { drawKey } from '@/platform/phone/chance'
import { photoData, smallAvatar } from '@/platform/files/photos'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

export default function MinePage() {
  const [data] = useState(() => createOwnData(call))
  const [correcting] = useState(() => createCorrecting(call, drawKey))
  const [naming] = useState(() => createNaming(call))
  const [picturing] = useState(() => createPicturing(call, { small: smallAvatar, read: photoData }))
  const [appealing] = useState(() => createAppealing(call))
  useDidShow(() => void data.getState().refresh())
  usePullDownRefresh(() => void data.getState().refresh().then(endPullDown))
  return <OwnDataScreen data={data} correcting={correcting} naming={naming} picturing={picturing} appealing={appealing} />
}
