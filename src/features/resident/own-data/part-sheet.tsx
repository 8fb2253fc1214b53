import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Sheet } from '@/components/dialog/dialog'
import { Facts } from '@/components/facts/facts'
import { ListEnd } from '@/components/list-end/list-end'
import { ownParts } from '@/domain/resident/own-data'
import { dayWords } from '@/platform/phone/time'
import type { OwnData } from './store'

/** One part, newest first. */
export function PartSheet({ data, now }: { readonly data: StoreApi<OwnData>; readonly now: number }) {
  const { open, look, more } = useStore(data)
  return (
    <Sheet open={open !== null} title={open ? ownParts[open.part] : ''} onClose={() => void look(null)}>
      {open ? (
        <>
          {open.rows.length === 0 && open.more === 'ready' ? <View className='sub'>没有记</View> : null}
          {open.rows.map(({ at, says }, index) => (
            <Facts key={index} facts={[{ label: at === null ? '没有记时间' : dayWords(at, now), value: says }]} />
          ))}
          {open.rows.length > 0 || open.more !== 'ready' ? (
            <ListEnd state={open.more === 'ready' ? (open.next === null ? 'end' : 'more') : open.more} onMore={() => void more()} />
          ) : null}
        </>
      ) : null}
    </Sheet>
  )
}
