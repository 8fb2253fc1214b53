import { useId } from 'react'
import { Textarea } from '@tarojs/components'
import { classes } from '../classes'
import { Field, remarkIds, type FieldWords } from './field'
import { countOf } from './text-field'
import look from './field.module.scss'

export interface TextAreaProps extends FieldWords {
  readonly value: string
  readonly placeholder?: string | undefined
  readonly most?: number | undefined
  readonly disabled?: boolean | undefined
  onChange(value: string): void
}

/** Several lines of text; grows as one writes. */
export function TextArea({ value, placeholder, most, disabled, onChange, ...words }: TextAreaProps) {
  const id = useId()
  const className = classes(look.control, look.area, words.error && look.wrong)
  return (
    <Field id={id} {...words} count={countOf(value, most)}>
      {process.env.TARO_ENV === 'h5' ? (
        <textarea
          id={id}
          className={className}
          value={value}
          placeholder={placeholder}
          maxLength={most}
          disabled={disabled}
          rows={Math.min(12, Math.max(4, Math.ceil(value.length / 18) + value.split('\n').length))}
          aria-invalid={Boolean(words.error)}
          aria-describedby={remarkIds(id, words)}
          onChange={event => onChange(event.target.value)}
        />
      ) : (
        <Textarea
          className={className}
          aria-label={words.label}
          value={value}
          placeholder={placeholder ?? ''}
          maxlength={most ?? -1}
          disabled={disabled ?? false}
          autoHeight
          disableDefaultPadding
          placeholderClass={look.placeholder ?? ''}
          cursorSpacing={24}
          onInput={event => onChange(event.detail.value)}
        />
      )}
    </Field>
  )
}
