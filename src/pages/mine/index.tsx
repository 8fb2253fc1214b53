import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { createAppealing } from '@/features/own-data/appealing'
import { createCorrecting } from '@/features/own-data/correcting'
import { createNaming } from '@/features/own-data/naming'
import { createPicturing } from '@/features/own-data/picturing'
import { OwnDataScreen } from '@/features/own-data/screen'
import { createOwnData } from '@/features/own-data/store'
import { drawKey } from '@/platform/chance'
import { photoData, smallAvatar } from '@/platform/photos'
import { endPullDown } from '@/platform/pull-down'
import { call } from '@/platform/transport'

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
