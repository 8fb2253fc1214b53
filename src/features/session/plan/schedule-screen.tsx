import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Pair } from '@/components/row/row'
import { spokenDay } from '@/domain/ground/calendar'
import { back, replace } from '@/platform/screen/navigation'
import { PlanForm } from './plan-form'
import type { ScheduleStore } from './store'

const title = '安排议事会'

/** A session being planned, from the first look to the invitation on its way. */
export function ScheduleScreen({ store }: { readonly store: StoreApi<ScheduleStore> }) {
  const { scheduling, refresh } = useStore(store)
  if (scheduling.at === 'form') return <PlanForm store={store} form={scheduling} />
  if (scheduling.at === 'loading' || scheduling.at === 'failed' || scheduling.at === 'refused')
    return (
      <Unseen
        title={title}
        seen={scheduling}
        look='page'
        rows={4}
        notYours={{ line: '议事会由主持人或者村委会安排。' }}
        onRetry={() => void refresh()}
      />
    )
  return <Page title={title}>{moment()}</Page>

  function moment() {
    switch (scheduling.at) {
      case 'closed': {
        const { session, card } = scheduling.ground.topic
        return (
          <Empty
            title={session ? '已经安排好了' : '现在不能安排议事会'}
            line={session ? `《${session.title}》` : `这件事现在：${scheduling.ground.topic.next.what}。`}
          >
            <Button onTap={() => void (session ? replace('session/index', { id: session.id }) : replace('topic/index', { id: card.id }))}>
              {session ? '看这场议事会' : '看这件议题'}
            </Button>
          </Empty>
        )
      }
      case 'scheduled': {
        const { plan, sessionId } = scheduling
        return (
          <Empty title='安排好了' line={`${spokenDay(plan.day)} ${plan.from} 开。邀请已经发出，公示栏上也有。`}>
            <Pair>
              <Button look='ghost' onTap={() => void replace('session/index', { id: sessionId })}>
                看这场议事会
              </Button>
              <Button onTap={() => void back()}>好了</Button>
            </Pair>
          </Empty>
        )
      }
      default:
        return null
    }
  }
}
