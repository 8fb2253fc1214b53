import { View } from '@tarojs/components'
import { Chips } from '@/components/chips/chips'
import { checkAnswers } from '@/domain/procedure/fields'

interface ChecklistProps {
  readonly items: Readonly<Record<string, string>>
  /** 「item=answer」, as the server keeps them. */
  readonly answers: readonly string[]
  onChange(answers: readonly string[]): void
}

const options = Object.entries(checkAnswers).map(([value, label]) => ({ value, label }))

/** Every item with its three answers; nothing is answered beforehand. */
export function Checklist({ items, answers, onChange }: ChecklistProps) {
  const given = new Map(answers.map(answer => [answer.split('=')[0] ?? '', answer.split('=')[1] ?? '']))
  return (
    <>
      {Object.entries(items).map(([item, words], i) => (
        <View key={item}>
          <View className='body'>{`${i + 1}. ${words}`}</View>
          <Chips
            label={words}
            hideLabel
            options={options}
            value={given.get(item) ?? null}
            onChange={answer => onChange([...answers.filter(one => !one.startsWith(`${item}=`)), `${item}=${answer}`])}
          />
        </View>
      ))}
    </>
  )
}
