import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Empty } from '@/components/empty/empty'
import { Heading } from '@/components/heading/heading'
import { ListEnd } from '@/components/list-end/list-end'
import { Old, Unseen } from '@/components/looked/looked'
import { notYours } from '@/platform/talk-to-server/looking'
import { Page } from '@/components/page/page'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Pair, Stack } from '@/components/row/row'
import { Segments } from '@/components/segments/segments'
import { Toast } from '@/components/toast/toast'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import type { Calls } from './calls-store'
import { groupName, taskWords, type Task } from './words'

const title = '要我告知的人'

/** A grid worker's list: whom to call or to visit, what to tell, and what came of it. */
export function CallsScreen({ calls }: { readonly calls: StoreApi<Calls> }) {
  const { seen, show, says, refresh, choose, heard } = useStore(calls)
  if (seen.at === 'refused')
    return (
      <Unseen
        title={title}
        seen={seen}
        notYours={{ title: '这里由网格员办理', line: '村里的通知，在“我的 → 消息”里都能看到。', only: notYours }}
        onRetry={() => void refresh()}
      />
    )
  const shown = seen.at === 'shown' ? seen : null
  return (
    <Page title={title}>
      <Old seen={seen} words='刚才没有连上，下面是上次看到的。' onRetry={() => void refresh()} />
      <Segments
        label='看哪些'
        at={show}
        items={[
          { key: 'open', label: '还没告知', count: shown?.view.open },
          { key: 'done', label: '告知过了' },
        ]}
        onChange={key => void choose(key)}
      />
      {seen.at === 'shown' ? (
        <Tasks shown={seen} calls={calls} />
      ) : (
        <Unseen seen={seen} reason='可能是网络不好。' onRetry={() => void refresh()} />
      )}
      <Toast text={says} onGone={heard} />
    </Page>
  )
}

function Tasks({
  shown: { view: list, more: state },
  calls,
}: {
  readonly shown: Extract<Calls['seen'], { at: 'shown' }>
  readonly calls: StoreApi<Calls>
}) {
  const { show, more } = useStore(calls)
  if (list.tasks.length === 0) {
    return show === 'open' ? (
      <Empty title='眼下没有要您告知的人' line='主持人交给您的，会排在这里。' />
    ) : (
      <Empty title='还没有告知过谁' line='打过电话、上过门，在“还没告知”里点一下，就记到这里。' />
    )
  }
  return (
    <>
      {list.tasks.map(task => (
        <TaskCard key={task.id} task={task} now={list.now} calls={calls} />
      ))}
      <ListEnd state={list.next === null ? 'end' : state} end='都在这里了' onMore={() => void more()} />
    </>
  )
}

function TaskCard({ task, now, calls }: { readonly task: Task; readonly now: number; readonly calls: StoreApi<Calls> }) {
  const { sending, mark, showDoor } = useStore(calls)
  const { name, group, title: notice, body, way, mayUndo, photoId } = task
  const url = photoId === null ? null : photoUrl(photoId)
  const busy = sending === task.id
  const came = taskWords(task, now)
  const open = way === null || way === 'away'
  return (
    <Card edge={open ? 'amber' : undefined}>
      <Stack>
        <Heading level={2} size={3}>
          {name}（{groupName(group)}）
        </Heading>
        <View className='body'>
          {notice}：{body}
        </View>
        {came ? <View className='small'>{came}</View> : null}
        {open ? (
          <Pair>
            <Button look='ghost' busy={busy} label={`已打电话：${name}`} onTap={() => void mark(task, 'called')}>
              已打电话
            </Button>
            <Button look='ghost' busy={busy} label={`已上门：${name}`} onTap={() => void mark(task, 'door')}>
              已上门
            </Button>
            <Button look='ghost' busy={busy} label={`已上门，拍张照片：${name}`} onTap={() => void showDoor(task)}>
              上门拍照
            </Button>
            {way === null ? (
              <Button look='ghost' busy={busy} label={`不在家：${name}`} onTap={() => void mark(task, 'away')}>
                不在家
              </Button>
            ) : null}
          </Pair>
        ) : null}
        {url ? <PhotoGrid label={`上门照片，${name}`} photos={[{ id: url, url }]} onOpen={() => viewPhotos([url], url)} /> : null}
        {way === 'door' && mayUndo ? (
          <Button look='quiet' busy={busy} label={`${url ? '换' : '补'}一张照片：${name}`} onTap={() => void showDoor(task)}>
            {url ? '换一张照片' : '补一张照片'}
          </Button>
        ) : null}
        {way !== null && mayUndo ? (
          <Button look='quiet' busy={busy} label={`记错了，收回：${name}`} onTap={() => void mark(task, null)}>
            记错了，收回
          </Button>
        ) : null}
      </Stack>
    </Card>
  )
}
