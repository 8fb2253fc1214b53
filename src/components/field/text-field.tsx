import { useId } from 'react'
import { Input } from '@tarojs/components'
import { classes } from '../classes'
import { Field, remarkIds, type FieldWords } from './field'
import look from './field.module.scss'

export interface TextFieldProps extends FieldWords {
  readonly value: string
  readonly placeholder?: string | undefined
  /** The most characters it takes; shown as a count once half is used. */
  readonly most?: number | undefined
  readonly kind?: 'text' | 'number' | 'phone' | 'nickname' | undefined
  readonly disabled?: boolean | undefined
  onChange(value: string): void
  /** The keyboard's own 完成. */
  readonly onDone?: (() => void) | undefined
}

export const countOf = (value: string, most: number | undefined): string | undefined =>
  most !== undefined && value.length * 2 >= most ? `${value.length} / ${most} 字` : undefined

/** One line of text. */
export function TextField({ value, placeholder, most, kind = 'text', disabled, onChange, onDone, ...words }: TextFieldProps) {
  const id = useId()
  const className = classes(look.control, words.error && look.wrong)
  return (
    <Field id={id} {...words} count={countOf(value, most)}>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          id={id}
          className={className}
          value={value}
          placeholder={placeholder}
          maxLength={most}
          disabled={disabled}
          inputMode={kind === 'number' ? 'numeric' : kind === 'phone' ? 'tel' : 'text'}
          autoComplete='off'
          aria-invalid={Boolean(words.error)}
          aria-describedby={remarkIds(id, words)}
          onChange={event => onChange(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.()
          }}
        />
      ) : (
        <Input
          className={className}
          aria-label={words.label}
          value={value}
          placeholder={placeholder ?? ''}
          maxlength={most ?? 140}
          disabled={disabled ?? false}
          type={kind === 'number' || kind === 'phone' ? 'number' : kind}
          placeholderClass={look.placeholder ?? ''}
          cursorSpacing={24}
          // A nickname picked from WeChat's own row comes with the blur on some phones, and with no input.
          onBlur={event => {
            if (kind === 'nickname' && event.detail.value !== value) onChange(event.detail.value)
          }}
          onInput={event => onChange(event.detail.value)}
          onConfirm={() => onDone?.()}
        />
      )}
    </Field>
  )
}
