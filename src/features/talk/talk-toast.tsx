import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Toast } from '@/components/toast/toast'
import type { Discussion } from './store'
import { talkToast } from './words'

export function TalkToast({ store }: { readonly store: StoreApi<Discussion> }) {
  const saying = useStore(store, state => state.saying)
  const nodSays = useStore(store, state => state.nodSays)
  const said = talkToast({ saying, nodSays })
  return <Toast text={said?.text ?? null} tone={said?.tone} onGone={store.getState().heard} />
}
