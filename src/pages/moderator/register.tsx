import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { createAnswering } from '@/features/resident/register/answering'
import { createFamilies } from '@/features/resident/register/families'
import { RegisterScreen } from '@/features/resident/register/screen'
import { createRegister } from '@/features/resident/register/store'
import { call } from '@/platform/talk-to-server/transport'

export default function RegisterPage() {
  const [register] = useState(() => createRegister(call))
  const [answering] = useState(() => createAnswering(call))
  const [families] = useState(() => createFamilies(call))
  useDidShow(() => void Promise.all([answering.getState().refresh(), families.getState().refresh()]))
  return <RegisterScreen register={register} answering={answering} families={families} />
}
