import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Choices } from '@/components/choices/choices'
import { Chips } from '@/components/chips/chips'
import { TextField } from '@/components/field/text-field'
import { Section } from '@/components/section/section'
import { states } from '@/domain/procedure/states'
import { categories, wordLimits, type Category } from '@/domain/topic/topic'
import type { Belongs } from './notebook'
import type { Recorder, Recording } from './recording'

const kinds = [
  { value: 'topic', label: '村里正在议的事' },
  { value: 'new', label: '还没人提过的事' },
] as const
const categoryChips = (Object.keys(categories) as Category[]).map(value => ({ value, label: categories[value] }))

interface BelongsPartProps {
  readonly recorder: StoreApi<Recorder>
  readonly page: Extract<Recording, { at: 'writing' }>
}

/** What the remark belongs to: a topic found by its words, or a matter nobody raised yet. */
export function BelongsPart({
  recorder,
  page: {
    note: { belongs },
    wrong,
    search,
  },
}: BelongsPartProps) {
  const { write, belong, look } = useStore(recorder)
  const found =
    search.at === 'found'
      ? search.topics.map(({ id, title, where, state, supports }) => ({
          value: id,
          label: title,
          note: `${where} · ${states[state].name} · ${supports} 人附议`,
        }))
      : []
  const chosen = belongs?.to === 'topic' && belongs.topicId !== '' ? belongs : null
  const options =
    chosen && !found.some(({ value }) => value === chosen.topicId)
      ? [{ value: chosen.topicId, label: chosen.title || '从议题页选好的那一件', note: '选好的' }, ...found]
      : found
  return (
    <Section title='说的是哪件事'>
      <Chips label='说的是哪件事' hideLabel options={kinds} value={belongs?.to ?? null} onChange={belong} />
      {wrong.belongs ? (
        <View className='small red' {...role('alert')}>
          {wrong.belongs}
        </View>
      ) : null}
      {belongs?.to === 'topic' ? (
        <>
          {options.length > 0 ? (
            <Choices
              label='哪件议题'
              hideLabel
              options={options}
              value={chosen?.topicId ?? null}
              onChange={topicId =>
                write({ belongs: { to: 'topic', topicId, title: options.find(({ value }) => value === topicId)?.label ?? '' } })
              }
            />
          ) : null}
          {search.at === 'found' && found.length === 0 ? <View className='sub'>没有找到相近的议题。可以选“还没人提过的事”。</View> : null}
          {search.at === 'unreached' ? <View className='sub'>没有网络，现在找不了。可以先当作新的事记下，村里会帮着合到一起。</View> : null}
          <Button look='quiet' busy={search.at === 'looking'} onTap={() => void look()}>
            {search.at === 'looking' ? '正在找' : '按他说的话找一找'}
          </Button>
        </>
      ) : null}
      {belongs?.to === 'new' ? <NewMatter belongs={belongs} wrong={wrong} onChange={changed => write({ belongs: changed })} /> : null}
    </Section>
  )
}

type New = Extract<Belongs, { to: 'new' }>

function NewMatter({
  belongs,
  wrong,
  onChange,
}: {
  readonly belongs: New
  readonly wrong: BelongsPartProps['page']['wrong']
  onChange(belongs: New): void
}) {
  return (
    <>
      <TextField
        label='一句话，是什么事'
        placeholder='比如：宿舍楼下路灯坏了'
        most={wordLimits.title}
        value={belongs.title}
        error={wrong.title}
        onChange={title => onChange({ ...belongs, title })}
      />
      <TextField
        label='在哪里'
        most={wordLimits.where}
        value={belongs.where}
        error={wrong.where}
        onChange={where => onChange({ ...belongs, where })}
      />
      <Chips label='哪一类' options={categoryChips} value={belongs.category} onChange={category => onChange({ ...belongs, category })} />
    </>
  )
}
