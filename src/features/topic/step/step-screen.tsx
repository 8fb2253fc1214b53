import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Page } from '@/components/page/page'
import { states } from '@/domain/procedure/states'
import { Ending } from './ending'
import { OpeningPage } from './opening'
import { StepForm } from './step-form'
import type { TakeStep } from './store'

const title = '办这一步'

/** One step of one topic: its form, and what came of it. */
export function StepScreen({ take }: { readonly take: StoreApi<TakeStep> }) {
  const { taking, refresh } = useStore(take)
  switch (taking.at) {
    case 'loading':
    case 'failed':
    case 'refused':
      return <OpeningPage title={title} moment={taking} onRetry={() => void refresh()} />
    case 'form':
      return <StepForm take={take} form={taking} />
    case 'closed': {
      const { topic } = taking
      return (
        <Page title={title}>
          <Ending
            title='这一步现在不用您办'
            topicId={topic.id}
            line={topic.pending ? `“${topic.pending.label}”已经提出，等${topic.pending.confirmedBy}确认。` : `这件事现在：${topic.next}。`}
          />
        </Page>
      )
    }
    case 'taken': {
      const { step, topic, taken, state } = taking
      return (
        <Page title={title}>
          <Ending
            title={taken ? `“${step.label}”办好了` : `“${step.label}”已经提出`}
            topicId={topic.id}
            line={
              taken
                ? `已经记录在案，议题的“全部记录”里看得到。${state && state !== topic.state ? `这件事现在：${states[state].name}。` : ''}`
                : `${step.confirmedBy ?? '村务监督委员会'}确认后生效，在工作台能看到进展。`
            }
          />
        </Page>
      )
    }
  }
}
