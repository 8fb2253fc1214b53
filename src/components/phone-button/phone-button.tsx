import type { ReactNode } from 'react'
import { Button } from '@tarojs/components'
import look from './phone-button.module.scss'

/** What WeChat says after its button was tapped; `code` where the person agreed. */
export interface PhoneAnswer {
  readonly code?: string
  readonly errMsg?: string
  readonly errno?: number
}

/** WeChat's button that asks for the phone number. In the mini-program only; a browser has none. */
export function PhoneButton({
  children,
  busy,
  onAnswer,
}: {
  readonly children: ReactNode
  readonly busy: boolean
  onAnswer(answer: PhoneAnswer): void
}) {
  return (
    <Button
      className={look.button}
      openType='getPhoneNumber'
      loading={busy}
      disabled={busy}
      onGetPhoneNumber={({ detail }) => onAnswer(detail)}
    >
      {children}
    </Button>
  )
}
