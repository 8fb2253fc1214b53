import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Choices } from '@/components/choices/choices'
import { TextArea } from '@/components/field/text-area'
import { TextField } from '@/components/field/text-field'
import type { Method } from '@/domain/vote/question/answers'
import { decides, fewestOptions, methodNames, mostOptions, optionLength, questionLength } from '@/domain/vote/question/questions'
import type { Item } from './question'
import look from './motions.module.scss'

interface ItemPartProps {
  readonly item: Item
  /** Whether the body only gathers views; null while none is chosen. */
  readonly views: boolean | null
  readonly wrong: { readonly text?: string | undefined; readonly options?: string | undefined }
  onChange(part: Partial<Item>): void
}

const notes: Record<Method, string> = {
  'yes-no': '三选一',
  one: '要有一个方案够数才通过；都不够数，票数在前的再投一轮',
  approve: '只用来征求意见。赞成的都可以选，选上的各算一票',
  rank: '只用来征求意见。最想要的排第一，按名次算分',
  score: '只用来征求意见。每项打 0 到 5 分',
}
const methods = Object.keys(notes) as Method[]

/** One question: its words, how it is answered, and between what. */
export function ItemPart({ item: { text, method, options }, views, wrong, onChange }: ItemPartProps) {
  const hint =
    method === 'yes-no'
      ? '写成一句能答“赞成”或“反对”的话，比如：“今年在村口装 6 盏路灯，花 3 万元以内”'
      : '写成一个问题，比如：“村道用哪种路面”'
  const rows = methods.map(value => ({
    value,
    label: methodNames[value],
    note: views && value === 'one' ? '只用来征求意见。每人选一项' : notes[value],
    disabled: !decides(value) && views === false,
  }))
  const set = (at: number, option: string) => onChange({ options: options.map((each, index) => (index === at ? option : each)) })
  return (
    <>
      <TextArea
        label='要问大家什么（必填）'
        hint={hint}
        most={questionLength}
        value={text}
        error={wrong.text}
        onChange={words => onChange({ text: words })}
      />
      <Choices label='怎么回答' options={rows} value={method} onChange={chosen => onChange({ method: chosen })} />
      {method === 'yes-no' ? null : (
        <View className={look.options}>
          {options.map((option, at) => (
            <View key={at}>
              <TextField
                label={`方案 ${at + 1}（必填）`}
                most={optionLength}
                value={option}
                error={at === options.length - 1 ? wrong.options : undefined}
                onChange={words => set(at, words)}
              />
              {options.length > fewestOptions ? (
                <Button
                  look='quiet'
                  label={`去掉方案 ${at + 1}`}
                  onTap={() => onChange({ options: options.filter((_, index) => index !== at) })}
                >
                  去掉这一项
                </Button>
              ) : null}
            </View>
          ))}
          {options.length < mostOptions ? (
            <Button look='ghost' onTap={() => onChange({ options: [...options, ''] })}>
              再加一个方案
            </Button>
          ) : (
            <View className='small'>最多 {mostOptions} 个方案</View>
          )}
        </View>
      )}
    </>
  )
}
