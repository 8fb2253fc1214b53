import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Empty } from '@/components/empty/empty'
import { ListEnd } from '@/components/list-end/list-end'
import { Looked } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Stack } from '@/components/row/row'
import { takedownReasons } from '@/domain/moderation/cases'
import { agoWords } from '@/platform/phone/time'
import type { CaseLog, Entry } from './store'

const deeds: Record<Entry['did'], string> = {
  opened: '觉得要请人看看',
  reported: '举报',
  shown: '看过，没问题',
  hidden: '收起来',
  appealed: '不服，请监督委员看看',
  upheld: '看过，还是收着',
  restored: '放回来',
}

/** What hangs on no topic. */
const beside: Partial<Record<Entry['kind'], string>> = { avatar: '一位居民的头像', nickname: '一位居民的昵称' }

/** Everything that was put away or let be seen. Nothing is ever taken out of it. */
export function LogScreen({ log, children }: { readonly log: StoreApi<CaseLog>; readonly children?: ReactNode }) {
  const { seen, refresh, more } = useStore(log)
  return (
    <Page title='收起和放出的记录'>
      {children}
      <Looked
        seen={seen}
        reason='可能是网络不好。'
        notYours={{ title: '这里由议事厅的工作人员查看', line: '您自己写的话为什么收起来，在那件议题里看得到。' }}
        onRetry={refresh}
      >
        {({ view: { entries, now, next }, more: state }) =>
          entries.length === 0 ? (
            <Empty title='还没有记录' line='谁收起了什么、为什么，都会记在这里。' />
          ) : (
            <>
              <Card>
                <Stack>
                  {entries.map(entry => (
                    <Line key={entry.id} entry={entry} now={now} />
                  ))}
                </Stack>
              </Card>
              <ListEnd state={next === null ? 'end' : state} onMore={() => void more()} />
            </>
          )
        }
      </Looked>
    </Page>
  )
}

function Line({ entry: { by, did, at, reason, words, kind, title }, now }: { readonly entry: Entry; readonly now: number }) {
  const why = [reason === null ? '' : takedownReasons[reason], words].filter(Boolean).join('。')
  return (
    <View>
      <View className='small'>
        {title === '' ? `${beside[kind] ?? '一张照片'} ` : `《${title}》`}· {agoWords(at, now)}
      </View>
      <View className='body'>
        {by}：{deeds[did]}
        {why ? `（${why}）` : ''}
      </View>
    </View>
  )
}
