import { useState } from 'react'
import { RegisterScreen } from '@/features/register/screen'
import { createRegister } from '@/features/register/store'
import { call } from '@/platform/transport'

export default function RegisterPage() {
  const [register] = useState(() => createRegister(call))
  return <RegisterScreen register={register} />
}
