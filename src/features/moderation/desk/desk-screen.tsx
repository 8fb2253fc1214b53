import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Empty } from '@/components/empty/empty'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { ListEnd } from '@/components/list-end/list-end'
import { Old, Unseen } from '@/components/looked/looked'
import { notYours, type Opened } from '@/platform/talk-to-server/looking'
import { Page } from '@/components/page/page'
import { Segments } from '@/components/segments/segments'
import { Stats } from '@/components/stats/stats'
import { open } from '@/platform/screen/navigation'
import { DeskCard } from './desk-card'
import type { Judge } from './judging'
import { Queue } from './queue'
import type { Bench, DeskView } from './store'
import { TakeDown } from './take-down'
import { press } from './words'

const title = '主持人工作台'
type Shown = Opened<DeskView>

/** The workbench: what waits, what is due, and the next step of each. */
export function DeskScreen({ bench, judge }: { readonly bench: StoreApi<Bench>; readonly judge: StoreApi<Judge> }) {
  const { show, seen, choose, refresh } = useStore(bench)
  if (seen.at === 'refused')
    return (
      <Unseen
        title={title}
        seen={seen}
        notYours={{ title: '这里由议事厅的工作人员办理', line: '您提的事办到哪一步、谁在办，打开那件议题就能看到。', only: notYours }}
        onRetry={refresh}
      />
    )
  const shown = seen.at === 'shown' ? seen : null
  const queue = shown && show === 'waiting' ? <Queue cases={shown.view.cases} now={shown.view.now} judge={judge} /> : null
  const first = shown !== null && press(shown.view.cases, shown.view.now)
  return (
    <Page title={title}>
      <Old seen={seen} words='刚才没有连上，下面是上次看到的。' onRetry={refresh} />
      {shown ? <Counters view={shown.view} /> : null}
      <Segments
        label='看哪些'
        at={show}
        items={[
          { key: 'waiting', label: '待办', count: shown?.view.waiting },
          { key: 'running', label: '进行中' },
        ]}
        onChange={key => void choose(key)}
      />
      {seen.at === 'shown' ? null : <Unseen seen={seen} reason='可能是网络不好。' onRetry={refresh} />}
      {first ? queue : null}
      {shown?.view.countsWaiting ? (
        <LinkRows>
          {shown.view.countsWaiting.map(({ motionId, text, hall }) => (
            <LinkRow
              key={motionId}
              title={text}
              line={hall ? '计票封好了，等您确认' : '投票截止了，等您转钥匙开票'}
              onTap={() => void (hall ? open('teller/count', { id: motionId }) : open('vote/index', { id: motionId }))}
            />
          ))}
        </LinkRows>
      ) : null}
      {shown ? <Items desk={shown} bench={bench} /> : null}
      {first ? null : queue}
      {shown ? (
        <LinkRows>
          <LinkRow
            title='村里的规矩'
            line={shown.view.rulesWaiting ? `${shown.view.rulesWaiting} 条等您确认` : '定了什么、授权了什么、谁改的'}
            onTap={() => void open('village/rules')}
          />
          <LinkRow
            title='名册'
            line={shown.view.rollsWaiting ? `${shown.view.rollsWaiting} 件等您看` : '多少人、谁改的、更新和导出'}
            onTap={() => void open('roll/index')}
          />
          <LinkRow title='收起和放出的记录' line='谁、什么时候、为什么' onTap={() => void open('moderator/log')} />
          <LinkRow
            title='打印村议事厅的码'
            line='贴在公示栏、村口，扫一扫就进来'
            onTap={() => void open('session/code', { kind: 'village', id: 'village' })}
          />
        </LinkRows>
      ) : null}
      <TakeDown judge={judge} />
    </Page>
  )
}

function Counters({ view: { waiting, dueToday, overdue } }: { readonly view: Shown['view'] }) {
  return (
    <Stats
      stats={[
        { label: '等我办', value: waiting },
        { label: '今天到期', value: dueToday, tone: dueToday > 0 ? 'amber' : undefined },
        { label: '已超期', value: overdue, tone: overdue > 0 ? 'red' : undefined },
      ]}
    />
  )
}

function Items({ desk: { view, more: state }, bench }: { readonly desk: Shown; readonly bench: StoreApi<Bench> }) {
  const { show, more } = useStore(bench)
  if (view.items.length === 0) {
    return show === 'waiting' ? (
      <Empty title='眼下没有等您办的事' line='有新的议题、到期的步骤，会排在这里。' />
    ) : (
      <Empty title='现在没有进行中的议题' line='村民提了新的事，会先到“待办”。' />
    )
  }
  return (
    <>
      {view.items.map(item => (
        <DeskCard key={item.id} item={item} show={show} now={view.now} />
      ))}
      <ListEnd
        state={view.next === null ? 'end' : state}
        end={show === 'waiting' ? '待办就这些' : '进行中的就这些'}
        onMore={() => void more()}
      />
    </>
  )
}
