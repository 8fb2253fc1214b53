import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { TextField } from '@/components/field/text-field'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Page } from '@/components/page/page'
import { open } from '@/platform/screen/navigation'
import { toTop } from '@/platform/screen/scroll'
import { AgendaPart } from './agenda-part'
import { titleLength, wrongParts } from './plan'
import type { ScheduleStore, Scheduling } from './store'
import { WhenPart } from './when-part'
import { WherePart } from './where-part'
import { WhoPart } from './who-part'

export function PlanForm({
  store,
  form: { ground, plan, wrong, doing, trouble },
}: {
  readonly store: StoreApi<ScheduleStore>
  readonly form: Extract<Scheduling, { at: 'form' }>
}) {
  const { change, submit } = useStore(store)
  const { topic } = ground
  const parts = wrongParts(wrong)
  return (
    <Page
      title='安排议事会'
      note='发出后，请来的人会收到通知，公示栏上也有。'
      actions={
        <Button busy={doing === 'sending'} onTap={() => void submit().then(toTop)}>
          安排好，发邀请
        </Button>
      }
    >
      <LinkRows>
        <LinkRow
          title={topic.card.title}
          line={`${topic.words.where} · 看议题全文`}
          onTap={() => void open('topic/index', { id: topic.card.id })}
        />
      </LinkRows>
      {trouble ? <Banner tone='red'>{trouble}</Banner> : null}
      {parts && !trouble ? <Banner tone='red'>{`还要改一改：${parts}`}</Banner> : null}
      <TextField label='议事会的名称' most={titleLength} value={plan.title} error={wrong.title} onChange={title => change({ title })} />
      <WhenPart plan={plan} now={topic.now} wrong={wrong} onChange={change} />
      <WherePart plan={plan} wrong={wrong} onChange={change} />
      <AgendaPart agenda={plan.agenda} error={wrong.agenda} onChange={agenda => change({ agenda })} />
      <WhoPart plan={plan} ground={ground} wrong={wrong} onChange={change} />
    </Page>
  )
}
