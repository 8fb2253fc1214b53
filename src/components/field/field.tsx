import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { role } from '../aria'
import look from './field.module.scss'

export interface FieldWords {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong and how to mend it; spoken as soon as it appears. */
  readonly error?: string | undefined
}

interface FieldProps extends FieldWords {
  /** The control's id; the label and the remarks point at it. */
  readonly id: string
  readonly count?: string | undefined
  readonly children: ReactNode
}

export const remarkIds = (id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>): string | undefined =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined

/** A label, its control, and what there is to say about it. */
export function Field({ id, label, hint, error, count, children }: FieldProps) {
  return (
    <View className={look.field}>
      {process.env.TARO_ENV === 'h5' ? (
        <label className={look.label} htmlFor={id}>
          {label}
        </label>
      ) : (
        <View className={look.label}>{label}</View>
      )}
      {hint ? (
        <View id={`${id}-hint`} className={look.hint}>
          {hint}
        </View>
      ) : null}
      {children}
      {error || count ? (
        <View className={look.foot}>
          {error ? (
            <View id={`${id}-error`} className={look.error} {...role('alert')}>
              {error}
            </View>
          ) : null}
          {count ? <Text className={look.count}>{count}</Text> : null}
        </View>
      ) : null}
    </View>
  )
}
