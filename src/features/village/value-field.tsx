import { Check, Choices } from '@/components/choices/choices'
import { TextField } from '@/components/field/text-field'
import { Stack } from '@/components/row/row'
import type { Draft } from './draft'
import { shares, type Rule } from './words'

interface Props {
  readonly rule: Rule
  readonly draft: Draft
  readonly disabled: boolean
  write(draft: Partial<Draft>): void
}

/** The field a rule of this kind is written in. */
export function ValueField({ rule, draft, disabled, write }: Props) {
  const text = (label: string, value: string, onChange: (value: string) => void) => (
    <TextField label={label} kind='number' most={9} value={value} disabled={disabled} onChange={onChange} />
  )
  const toggle = (code: string, on: boolean) => write({ ticked: on ? [...draft.ticked, code] : draft.ticked.filter(one => one !== code) })
  switch (rule.kind) {
    case 'number':
      return text(`改成多少（${rule.unit}）`, draft.text, value => write({ text: value }))
    case 'text':
      return <TextField label='改成' most={60} value={draft.text} disabled={disabled} onChange={value => write({ text: value })} />
    case 'share':
      return (
        <Choices
          label='改成'
          value={draft.text}
          disabled={disabled}
          onChange={value => write({ text: value })}
          options={Object.entries(shares).map(([value, { label }]) => ({ value, label }))}
        />
      )
    case 'yes':
      return (
        <Choices
          label='改成'
          value={draft.text}
          disabled={disabled}
          onChange={value => write({ text: value })}
          options={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '否' },
          ]}
        />
      )
    case 'choice':
      return (
        <Choices label='改成' value={draft.text} disabled={disabled} onChange={value => write({ text: value })} options={rule.options} />
      )
    case 'codes':
      return (
        <Stack tight>
          {rule.options.map(({ value, label }) => (
            <Check key={value} label={label} on={draft.ticked.includes(value)} disabled={disabled} onChange={on => toggle(value, on)} />
          ))}
        </Stack>
      )
    case 'makeUp':
      return (
        <Stack>
          {text('一共多少人（一人只算一次）', draft.text, value => write({ text: value }))}
          {text('其中代表多少人', draft.representatives, value => write({ representatives: value }))}
          {text('其中妇女代表多少人', draft.women, value => write({ women: value }))}
        </Stack>
      )
  }
}
