import { useState } from 'react'
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { createAnswer } from '@/features/topic/step/answering'
import { ConfirmScreen } from '@/features/topic/step/confirm-screen'
import { createSecondKey } from '@/features/topic/step/confirming'
import { replyDrawer, stepDrawer } from '@/features/topic/step/drawers'
import { ObjectionScreen } from '@/features/topic/step/objection-screen'
import { StepScreen } from '@/features/topic/step/step-screen'
import { createTakeStep } from '@/features/topic/step/store'
import { endPullDown } from '@/platform/screen/pull-down'
import { call } from '@/platform/talk-to-server/transport'

interface Told {
  readonly id: string
  readonly step: string
}

function useFresh(refresh: () => Promise<void>) {
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(endPullDown))
}

function Take({ id, step }: Told) {
  const [take] = useState(() => createTakeStep(id, step, call, stepDrawer(id, step)))
  useFresh(take.getState().refresh)
  return <StepScreen take={take} />
}

function Confirm({ id }: Pick<Told, 'id'>) {
  const [secondKey] = useState(() => createSecondKey(id, call))
  useFresh(secondKey.getState().refresh)
  return <ConfirmScreen secondKey={secondKey} />
}

function Answer({ id, objection }: Pick<Told, 'id'> & { readonly objection: string }) {
  const [store] = useState(() => createAnswer(id, objection, call, replyDrawer(id, objection)))
  useFresh(store.getState().refresh)
  return <ObjectionScreen store={store} />
}

/** One step of the table, the second key of one, or the answer to an objection. */
export default function StepPage() {
  const { id = '', step = '', confirm, objection } = useRouter().params
  if (objection) return <Answer id={id} objection={objection} />
  return confirm === '1' ? <Confirm id={id} /> : <Take id={id} step={step} />
}
