import type { ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { hidden } from '../aria'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './button.module.scss'

export interface ButtonProps {
  readonly children: ReactNode
  /**
   * main: the one thing to do here · ghost: the other thing · danger: cannot be undone · quiet: a soft pill beside words · light: the main
   * one on a green card.
   */
  readonly look?: 'main' | 'ghost' | 'danger' | 'quiet' | 'light' | undefined
  /** Sent and not yet answered: shown, and taps are ignored. */
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Spoken instead of the words, where the words need their row to be understood (「附议」 → 「附议：小学门口要装路灯」). */
  readonly label?: string | undefined
  /** A thing that is on or off (附议 / 已附议). */
  readonly pressed?: boolean | undefined
  onTap(): void
}

export function Button({ children, look: kind = 'main', busy, disabled, label, pressed, onTap }: ButtonProps) {
  return (
    <Tap
      className={classes(look.button, look[kind], disabled && look.off, pressed && look.pressed)}
      label={label}
      on={pressed}
      busy={busy}
      disabled={disabled || busy}
      onTap={onTap}
    >
      {busy && <Text className={look.busy} {...hidden} />}
      {pressed && kind === 'quiet' ? (
        <Text className={look.tick} {...hidden}>
          ✓
        </Text>
      ) : null}
      {children}
    </Tap>
  )
}
