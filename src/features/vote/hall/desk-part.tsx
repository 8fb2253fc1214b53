import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { TextField } from '@/components/field/text-field'
import { Heading } from '@/components/heading/heading'
import { Pair, Row } from '@/components/row/row'
import { refusalWords } from '@/contract/refusal-words'
import type { Device } from './device'
import type { HallVote, HallVoteView, Unit } from './store'
import { groupWords, unitState, type Phase } from './words'
import look from './hall-vote.module.scss'

interface DeskProps {
  readonly hall: StoreApi<HallVote>
  readonly device: StoreApi<Device>
  readonly view: HallVoteView
  readonly phase: Phase
}

/** The desk at the door and beside the box: a person is found by name, and comes in, votes, or leaves. */
export function DeskPart({ hall, device, view, phase }: DeskProps) {
  const { name, searching, doing, type, find } = useStore(hall)
  return (
    <Card>
      <Heading level={2} size={3}>
        找人：到会、投票、离场
      </Heading>
      <TextField
        label='姓名'
        value={name}
        most={20}
        placeholder='写全名'
        onChange={type}
        onDone={() => void find()}
        error={
          searching.at === 'refused'
            ? refusalWords[searching.refusal]
            : searching.at === 'failed'
              ? '没有查到，可能是网络不好，请再查一次。'
              : undefined
        }
      />
      <Button look='ghost' busy={searching.at === 'asking'} disabled={name.trim() === ''} onTap={() => void find()}>
        找人
      </Button>
      {searching.at === 'found' && searching.units.length === 0 ? (
        <View className='sub'>名册上没有“{searching.name}”。看看姓名的写法，要一字不差；户主不来的，找户代表的名字。</View>
      ) : null}
      {searching.at === 'found'
        ? searching.units.map(unit => (
            <UnitRow key={unit.unitId} unit={unit} view={view} phase={phase} busy={doing.at === 'sending'} hall={hall} device={device} />
          ))
        : null}
    </Card>
  )
}

function UnitRow({ unit, view: { may }, phase, busy, hall, device }: { readonly unit: Unit; readonly busy: boolean } & DeskProps) {
  const { ask, issue } = hall.getState(),
    { paperId } = unit
  const here = unit.arrivedAt !== null && unit.leftAt === null
  const free = here && unit.votedBy === null && phase === 'open'
  const button = (words: string, onTap: () => Promise<void>, kind: 'main' | 'ghost' = 'ghost') => (
    <Button look={kind} disabled={busy} label={`${words}：${unit.name}（${groupWords(unit)}）`} onTap={() => void onTap()}>
      {words}
    </Button>
  )
  return (
    <View className={look.unit}>
      <Row apart>
        <View className='h3'>
          {unit.name}（{groupWords(unit)}）
        </View>
      </Row>
      <View className='sub'>{unitState(unit)}</View>
      <View className={look.acts}>
        <Pair>
          {free && may.hand ? (
            <Button label={`用平板投：${unit.name}（${groupWords(unit)}）`} onTap={() => device.getState().hand(unit)}>
              用平板投
            </Button>
          ) : null}
          {free && may.issue ? button('发纸质票', () => issue(unit)) : null}
          {paperId !== null && may.issue ? button('收回没写的票', () => ask({ does: 'takeBack', unit, key: paperId })) : null}
          {!here && unit.votedBy === null && may.admit
            ? button(unit.leftAt === null ? '登记到会' : '回来了', () => ask({ does: 'admit', unit }), 'main')
            : null}
          {here && may.admit ? button('离场', () => ask({ does: 'leave', unit })) : null}
        </Pair>
      </View>
    </View>
  )
}
