import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Pair } from '@/components/row/row'
import { back, replace } from '@/platform/screen/navigation'
import { QuestionForm } from './question-form'
import type { PutMotion } from './store'

/** A question being put to the vote, from the first look to the ballot open. */
export function MotionScreen({ store }: { readonly store: StoreApi<PutMotion> }) {
  const { putting, refresh } = useStore(store)
  if (putting.at === 'form') return <QuestionForm store={store} form={putting} />
  if (putting.at === 'loading' || putting.at === 'failed' || putting.at === 'refused')
    return (
      <Unseen
        title='提请表决'
        seen={putting}
        look='page'
        rows={4}
        notYours={{ line: '表决由议事厅主持人提请。' }}
        onRetry={() => void refresh()}
      />
    )
  return <Page title='提请表决'>{moment()}</Page>

  function moment() {
    switch (putting.at) {
      case 'closed': {
        const { card, next } = putting.ground.topic
        return (
          <Empty title='现在不能提请表决' line={`议事的时候才可以。这件事现在：${next.what}。`}>
            <Button onTap={() => void replace('topic/index', { id: card.id })}>看这件议题</Button>
          </Empty>
        )
      }
      case 'put': {
        const { motionId, question } = putting
        return (
          <Empty title='已经提请表决' line={`“${question.text.trim()}”，名册上的人会收到通知。`}>
            <Pair>
              <Button look='ghost' onTap={() => void replace('vote/index', { id: motionId })}>
                看这项表决
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
