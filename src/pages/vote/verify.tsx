import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { recountHere } from '@/features/vote/record/recount-here'
import { createVerify } from '@/features/vote/record/verify'
import { VerifyScreen } from '@/features/vote/record/verify-screen'
import { readTold } from '@/platform/screen/navigation'

export default function VerifyPage() {
  const id = readTold(useRouter().params.id)
  const [verify] = useState(() => createVerify(recountHere))
  return <VerifyScreen verify={verify} motionId={id} />
}
