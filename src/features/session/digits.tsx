import { Input } from '@tarojs/components'
import { classes } from '@/components/classes'
import look from './sessions.module.scss'

interface DigitsProps {
  readonly value: string
  readonly wrong: boolean
  onChange(value: string): void
  onDone(): void
}

const name = '签到码，六个数字'

/** Six digits, very large; opens the number keys. */
export function Digits({ value, wrong, onChange, onDone }: DigitsProps) {
  const className = classes(look.digits, wrong && look.wrong)
  return process.env.TARO_ENV === 'h5' ? (
    <input
      className={className}
      value={value}
      aria-label={name}
      aria-invalid={wrong}
      inputMode='numeric'
      autoComplete='off'
      maxLength={6}
      placeholder='------'
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') onDone()
      }}
    />
  ) : (
    <Input
      className={className}
      value={value}
      aria-label={name}
      type='number'
      maxlength={6}
      placeholder='------'
      cursorSpacing={120}
      onInput={event => onChange(event.detail.value)}
      onConfirm={onDone}
    />
  )
}
