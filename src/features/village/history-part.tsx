import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Card } from '@/components/card/card'
import { Empty } from '@/components/empty/empty'
import { Unseen } from '@/components/looked/looked'
import { ListEnd } from '@/components/list-end/list-end'
import { Stack } from '@/components/row/row'
import { dayWords } from '@/platform/phone/time'
import type { Change, History } from './history-store'

/** 改过什么: nothing is ever taken out of it. */
export function HistoryPart({ history }: { readonly history: StoreApi<History> }) {
  const { seen, refresh, more } = useStore(history)
  if (seen.at !== 'shown') return <Unseen seen={seen} rows={3} onRetry={refresh} />
  const { changes, now, next } = seen.view
  if (changes.length === 0) return <Empty title='还没有改过' line='谁提的、谁确认的、从多少改成多少，都会记在这里。' />
  return (
    <>
      {changes.map(change => (
        <Card key={change.id}>
          <Line change={change} now={now} />
        </Card>
      ))}
      <ListEnd state={next === null ? 'end' : seen.more} onMore={() => void more()} />
    </>
  )
}

function Line({
  change: { label, from, to, reason, outcome, note, proposedBy, confirmedBy, approvedBy, at },
  now,
}: {
  readonly change: Change
  readonly now: number
}) {
  const keys = [
    `${proposedBy}提出`,
    ...(confirmedBy === null ? [] : [`${confirmedBy}${outcome === 'changed' || approvedBy !== null ? '确认' : '没有同意'}`]),
    ...(approvedBy === null ? [] : [`${approvedBy}${outcome === 'changed' ? '同意' : '没有同意'}`]),
  ]
  return (
    <Stack tight>
      <View className='body'>
        {label}：{outcome === 'changed' ? `${from} → ${to}` : `想从 ${from} 改成 ${to}，没有改`}
      </View>
      <View className='small'>
        {dayWords(at, now)} · {keys.join('，')}
      </View>
      <View className='small'>
        理由：{reason}
        {note ? `；答复：${note}` : ''}
      </View>
    </Stack>
  )
}
