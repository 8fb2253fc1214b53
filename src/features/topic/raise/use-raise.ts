import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { whenBackOnline } from '@/platform/talk-to-server/network'
import { call } from '@/platform/talk-to-server/transport'
import { drawer } from './drawer'
import { createDraftList, type DraftList } from './drafts-store'
import { phone } from './phone'
import type { Raise } from './raise'
import { createRaise } from './store'

/** Each page has its own: two pages one above the other write two different things. */
export function useRaise(): Raise {
  const [store] = useState(() => createRaise(call, phone))
  useEffect(() => whenBackOnline(() => void store.getState().flush()), [store])
  return useStore(store)
}
export const useDraftList = (): DraftList => useStore(useState(() => createDraftList(call, drawer))[0])
