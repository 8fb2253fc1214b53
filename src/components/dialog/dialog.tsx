import { type ReactNode, useEffect, useId } from 'react'
import { View } from '@tarojs/components'
import { inBrowser, role } from '../aria'
import { Button } from '../button/button'
import { useLatest } from '../latest'
import { Pair } from '../row/row'
import { holdFocus } from './hold-focus'
import look from './dialog.module.scss'

interface OverlayProps {
  readonly label: string
  readonly kind: 'dialog' | 'alertdialog'
  readonly className: string
  readonly children: ReactNode
  onClose(): void
}

/** Always there, empty while closed: a child that comes and goes among many makes WeChat send all of them again. */
const Place = ({ children }: { readonly children: ReactNode }) => <View>{children}</View>

function Overlay({ label, kind, className, children, onClose }: OverlayProps) {
  const id = useId()
  const close = useLatest(onClose)
  useEffect(() => (process.env.TARO_ENV === 'h5' ? holdFocus(id, () => close.current()) : undefined), [id, close])
  return (
    <View className={look.over}>
      <View className={look.shade} catchMove onClick={onClose} aria-hidden />
      <View id={id} className={className} {...role(kind, label, inBrowser({ 'aria-modal': true, tabIndex: -1 }))}>
        {children}
      </View>
    </View>
  )
}

export interface DialogProps {
  readonly open: boolean
  /** The question: 「投「赞成」吗？」 */
  readonly title: string
  /** What will come of it. */
  readonly children?: ReactNode
  readonly confirm: string
  readonly cancel?: string | undefined
  /** What is confirmed cannot be undone and harms if it is a slip. */
  readonly danger?: boolean | undefined
  readonly busy?: boolean | undefined
  onConfirm(): void
  onCancel(): void
}

/** Asks once more before what counts. */
export function Dialog({ open, title, children, confirm, cancel = '再想想', danger, busy, onConfirm, onCancel }: DialogProps) {
  if (!open) return <Place>{null}</Place>
  return (
    <Place>
      <Overlay kind='alertdialog' label={title} className={look.dialog} onClose={busy ? () => undefined : onCancel}>
        <View className='h2'>{title}</View>
        {children ? <View className={look.words}>{children}</View> : null}
        <View className={look.buttons}>
          <Pair>
            <Button look='ghost' disabled={busy} onTap={onCancel}>
              {cancel}
            </Button>
            <Button look={danger ? 'danger' : 'main'} busy={busy} onTap={onConfirm}>
              {confirm}
            </Button>
          </Pair>
        </View>
      </Overlay>
    </Place>
  )
}

export interface SheetProps {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  /** Buttons at its foot; a close button is there anyway. */
  readonly actions?: ReactNode
  onClose(): void
}

/** A part of the screen from below: a short form, a list to pick from. */
export function Sheet({ open, title, children, actions, onClose }: SheetProps) {
  if (!open) return <Place>{null}</Place>
  return (
    <Place>
      <Overlay kind='dialog' label={title} className={look.sheet} onClose={onClose}>
        <View className={look.head}>
          <View className='h2'>{title}</View>
          <Button look='quiet' onTap={onClose}>
            关上
          </Button>
        </View>
        <View className={look.inside}>{children}</View>
        {actions ? <View className={look.actions}>{actions}</View> : null}
      </Overlay>
    </Place>
  )
}
