import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { createAnswering } from '@/features/register/answering'
import { RegisterScreen } from '@/features/register/screen'
import { createRegister } from '@/features/register/store'
import { call } from '@/platform/transport'

export default function RegisterPage() {
  const [register] = useState(() => createRegister(call))
  const [answering] = useState(() => createAnswering(call))
  useDidShow(() => void answering.getState().refresh())
  return <RegisterScreen register={register} answering={answering} />
}
