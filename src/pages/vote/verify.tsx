import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { recountHere } from '@/features/ballots/recount-here'
import { createVerify } from '@/features/ballots/verify'
import { VerifyScreen } from '@/features/ballots/verify-screen'
import { readTold } from '@/platform/navigation'

export default function VerifyPage() {
  const id = readTold(useRouter().params.id)
  const [verify] = useState(() => createVerify(recountHere))
  return <VerifyScreen verify={verify} motionId={id} />
}
