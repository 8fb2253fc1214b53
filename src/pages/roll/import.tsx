import { useState } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import { isRuleId } from '@/domain/bodies/names'
import { ImportScreen } from '@/features/rolls/import-screen'
import { createImporting, type Computer } from '@/features/rolls/import-store'
import { drawKey } from '@/platform/chance'
import { readTold } from '@/platform/navigation'
import { call } from '@/platform/transport'

/** What reads a sheet is fetched on a computer, and is no part of the mini-program. */
async function computer(): Promise<Computer> {
  if (process.env.TARO_ENV === 'h5') {
    return await import('@/features/rolls/sheet/computer')
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
