import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { inBrowser, role } from '../aria'
import { classes } from '../classes'
import look from './tap.module.scss'

export interface TapProps {
  readonly children?: ReactNode
  readonly className?: string | undefined
  /** What it is to a screen reader; a button unless said. */
  readonly as?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab' | undefined
  /** Said instead of the words inside; leave out where those words are enough. */
  readonly label?: string | undefined
  /** Chosen or not: spoken as checked, selected or pressed, whichever the role has. */
  readonly on?: boolean | undefined
  readonly expanded?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly id?: string | undefined
  readonly more?: Readonly<Record<string, unknown>> | undefined
  onTap(): void
}

const stateOf = {
  button: 'aria-pressed',
  link: 'aria-current',
  radio: 'aria-checked',
  checkbox: 'aria-checked',
  switch: 'aria-checked',
  tab: 'aria-selected',
} as const

/** Anything that can be tapped. In a browser it is a real button: reached by Tab, worked by Enter and Space. */
export function Tap({ children, className, as = 'button', label, on, expanded, busy, disabled, id, more, onTap }: TapProps) {
  const said = role(as, label, {
    ...(on === undefined ? {} : { [stateOf[as]]: on }),
    ...(expanded === undefined ? {} : { 'aria-expanded': expanded }),
    ...(busy ? inBrowser({ 'aria-busy': true }) : {}),
    ...more,
  })
  if (process.env.TARO_ENV === 'h5') {
    const { role: name, ...rest } = said
    return (
      <button
        type='button'
        id={id}
        disabled={disabled}
        className={classes(look.tap, className)}
        {...rest}
        {...(name === 'button' ? {} : { role: name as string })}
        onClick={onTap}
      >
        {children}
      </button>
    )
  } else {
    return (
      <View
        className={classes(look.tap, className)}
        {...(id ? { id } : {})}
        {...(disabled ? { 'aria-disabled': true } : { onClick: onTap })}
        {...said}
      >
        {children}
      </View>
    )
  }
}
