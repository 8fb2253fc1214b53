import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Choices } from '@/components/choices/choices'
import { TextField } from '@/components/field/text-field'
import { Row, Stack } from '@/components/row/row'
import { states } from '@/domain/procedure/states'
import { call } from '@/platform/talk-to-server/transport'
import { createTopicFinder, type Found } from './finding'
import type { FormView } from './entries'

interface TopicFieldProps {
  readonly label: string
  readonly topic: FormView
  readonly value: string
  readonly error: string | undefined
  onChange(id: string): void
}

const optionOf = ({ id, title, where, state, supports }: Found) => ({
  value: id,
  label: title,
  note: `${where} · ${states[state].name} · ${supports} 人附议`,
})

/** Chooses another topic: what sounds alike stands there already, anything else is found by its words. */
export function TopicField({ label, topic, value, error, onChange }: TopicFieldProps) {
  const [finder] = useState(() => createTopicFinder(topic, call))
  const { words, finding, named, write, find, name } = useStore(finder)
  useEffect(() => void find(), [find])
  useEffect(() => {
    if (value !== '') void name(value)
  }, [value, name])
  const found = finding.at === 'found' ? finding.topics.map(optionOf) : []
  const options =
    named && named.id === value && !found.some(option => option.value === value)
      ? [{ value: named.id, label: named.title, note: '您选好的' }, ...found]
      : found
  return (
    <Stack>
      {options.length > 0 ? (
        <Choices label={label} hideLabel options={options} value={value === '' ? null : value} error={error} onChange={onChange} />
      ) : error ? (
        <View className='small red' {...role('alert')}>
          {error}
        </View>
      ) : null}
      {finding.at === 'found' && finding.topics.length === 0 ? <View className='sub'>没有找到相近的议题，换几个词试试。</View> : null}
      {finding.at === 'failed' ? <View className='sub'>没有连上，请再找一次。</View> : null}
      <TextField label='找别的议题' placeholder='比如：路灯' value={words} onChange={write} onDone={() => void find()} />
      <Row>
        <Button look='quiet' busy={finding.at === 'loading'} onTap={() => void find()}>
          {finding.at === 'loading' ? '正在找' : '找一找'}
        </Button>
      </Row>
    </Stack>
  )
}
