import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { isRuleId } from '@/domain/law/names'
import { ImportScreen } from '@/features/roll/import-screen'
import { createImporting, type Computer } from '@/features/roll/import-store'
import { drawKey } from '@/platform/phone/chance'
import { readTold } from '@/platform/screen/navigation'
import { call } from '@/platform/talk-to-server/transport'

/** What reads a sheet is fetched on a computer, and is no part of the mini-program. */
async function computer(): Promise<Computer> {
  if (process.env.TARO_ENV === 'h5') {
    return await import('@/features/roll/sheet/computer')
  } else {
    throw new Error('sheets are read on a computer')
  }
}

export default function ImportPage() {
  const told = readTold(useRouter().params.body)
  const [importing] = useState(() => createImporting(isRuleId(told) ? told : 'POLL', call, drawKey, computer))
  useDidShow(() => void importing.getState().open())
  return <ImportScreen importing={importing} />
}
