import { useState } from 'react'
import { useStore } from 'zustand'
import { call } from '@/platform/transport'
import { drawer } from './drawer'
import { createDraftList, type DraftList } from './drafts-store'
import { phone } from './phone'
import { createRaise, type Raise } from './store'

/** Each page has its own: two pages one above the other write two different things. */
export const useRaise = (): Raise => useStore(useState(() => createRaise(call, phone))[0])
export const useDraftList = (): DraftList => useStore(useState(() => createDraftList(call, drawer))[0])
