import type { ReactNode } from 'react'
import { Button } from '@tarojs/components'
import look from './avatar-button.module.scss'

/** What WeChat says after its button was tapped; `avatarUrl`, a file of the phone's, where a picture was chosen. */
export interface AvatarAnswer {
  readonly avatarUrl?: string
  readonly errMsg?: string
  readonly errno?: number
}

/** WeChat's button that lets one take the WeChat picture, one of the album or a new one. In the mini-program only. */
export function AvatarButton({
  children,
  busy,
  onAnswer,
}: {
  readonly children: ReactNode
  readonly busy: boolean
  onAnswer(answer: AvatarAnswer): void
}) {
  return (
    <Button
      className={look.button}
      openType='chooseAvatar'
      loading={busy}
      disabled={busy}
      onChooseAvatar={({ detail }) => onAnswer(detail as AvatarAnswer)}
    >
      {children}
    </Button>
  )
}
