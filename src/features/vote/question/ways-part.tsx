import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { ManyChips } from '@/components/chips/chips'
import { Check, Choices } from '@/components/choices/choices'
import { Section } from '@/components/section/section'
import { Skeleton } from '@/components/skeleton/skeleton'
import { channelNames } from '@/domain/vote/channels'
import { call } from '@/platform/talk-to-server/transport'
import { createOfficers, inHall, scrutineersIn, tellersIn, waysOf, type Way, type Ways, type WaysWrong } from './ways'

const notes: Record<Way, string> = {
  phone: '名册上的人用自己的手机投',
  hall: '会场一台平板轮着投，给没带手机的人，一人投完清一次',
  paper: '发票、收票、两个人各数一遍，监票人确认',
  proxy: '写了委托书的，由同一户的人代投；只有集体成员大会可以',
}
const ways = Object.keys(notes) as Way[]

interface WaysPartProps {
  readonly ways: Ways
  /** Why paper cannot be chosen for this kind of question; null where it can. */
  readonly noPaper?: string | null | undefined
  /** The body's rule knows written proxies. */
  readonly proxies?: boolean | undefined
  readonly wrong: WaysWrong
  onChange(ways: Ways): void
}

const alert = (words: string | undefined) =>
  words ? (
    <View className='small red' {...role('alert')}>
      {words}
    </View>
  ) : null

/** By which ways people vote; in a hall, who counts and who watches. */
export function WaysPart({ ways: chosen, noPaper = null, proxies, wrong, onChange }: WaysPartProps) {
  const on = waysOf(chosen)
  const set = (way: Way, yes: boolean) => onChange({ ...chosen, channels: ways.filter(one => (one === way ? yes : on.includes(one))) })
  return (
    <Section title='用什么投'>
      {ways
        .filter(way => way !== 'proxy' || (proxies && inHall(chosen)))
        .map(way => (
          <Check
            key={way}
            label={channelNames[way]}
            note={way === 'paper' && noPaper !== null ? noPaper : notes[way]}
            on={on.includes(way)}
            disabled={way === 'paper' && noPaper !== null && !on.includes('paper')}
            onChange={yes => set(way, yes)}
          />
        ))}
      {alert(wrong.channels)}
      <View className='small'>几种方式用同一份名册，一人（一户）只有一票：用了一种，别的就关上。</View>
      {inHall(chosen) ? <Counters ways={chosen} wrong={wrong} onChange={onChange} /> : null}
    </Section>
  )
}

function Counters({ ways: chosen, wrong, onChange }: Pick<WaysPartProps, 'ways' | 'wrong' | 'onChange'>) {
  const [store] = useState(() => createOfficers(call))
  const { officers, failed, look } = useStore(store)
  useEffect(() => void look(), [look])
  if (officers === null)
    return failed ? (
      <Button look='ghost' onTap={() => void look()}>
        名单没有读到，再试一次
      </Button>
    ) : (
      <Skeleton rows={1} />
    )
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name })
  return (
    <>
      <View className='sub'>要到场签到，人数够了由主持人宣布开始。提出这件事的人、申报过利害关系的人，不能计票、监票。</View>
      <ManyChips
        label='计票人（两位，必选）'
        options={tellersIn(officers).map(named)}
        values={chosen.tellerIds ?? []}
        onChange={tellerIds => onChange({ ...chosen, tellerIds })}
      />
      {alert(wrong.tellers)}
      <Choices
        label='监票人（村务监督委员，必选）'
        options={scrutineersIn(officers).map(named)}
        value={chosen.scrutineerId ?? null}
        error={wrong.scrutineer}
        onChange={scrutineerId => onChange({ ...chosen, scrutineerId })}
      />
    </>
  )
}
