import { useState } from 'react'
import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { ListCard } from '@/components/list-card/list-card'
import { Skeleton } from '@/components/skeleton/skeleton'
import { retention } from '@/domain/resident/retention'
import { replace } from '@/platform/screen/navigation'
import type { Draft } from './draft'
import type { DraftList as List } from './drafts-store'

const nameOf = ({ words }: Draft): string => words.title.trim() || words.what.trim().slice(0, 20) || '还没写是什么事'

/** What was begun and not handed in. */
export function DraftList({ drafts }: { readonly drafts: List }) {
  const [leaving, leave] = useState<Draft | null>(null)
  const { list } = drafts
  if (list.at === 'loading') return <Skeleton rows={2} />
  if (list.drafts.length === 0)
    return (
      <Empty title='没有草稿' line='写了一半的事会留在这里'>
        <Button onTap={() => void replace('raise/index', {})}>我要提一件事</Button>
      </Empty>
    )
  return (
    <>
      {list.complete ? null : <Banner tone='amber'>没连上，只看到这部手机里的草稿</Banner>}
      {list.drafts.map(draft => (
        <ListCard
          key={draft.id}
          title={nameOf(draft)}
          tag={draft.sent ? '没收到回音' : '没交'}
          tone='amber'
          line={draft.words.where || undefined}
          onTap={() => void replace('raise/index', { draft: draft.id })}
          foot={
            <Button look='quiet' label={`删去草稿：${nameOf(draft)}`} onTap={() => leave(draft)}>
              删去
            </Button>
          }
        />
      ))}
      <View className='small'>{retention.drafts.days} 天没再动过的草稿，会自动删掉。</View>
      <Dialog
        open={leaving !== null}
        title='删去这份草稿吗？'
        confirm='删去'
        danger
        onCancel={() => leave(null)}
        onConfirm={() => {
          if (leaving) void drafts.discard(leaving.id)
          leave(null)
        }}
      >
        {leaving ? `“${nameOf(leaving)}”删去后找不回来。` : null}
      </Dialog>
    </>
  )
}
