import { useStore } from 'zustand'
import { useHall } from '@/platform/talk-to-server/hall'
import { call } from '@/platform/talk-to-server/transport'
import { createHome, type Home } from './store'

const home = createHome(call, {
  unread: count => useHall.getState().setUnread(count),
  phone: phone => useHall.getState().learnPhone(phone),
  knowsPhone: () => useHall.getState().phone !== null,
})

export const useHome = (): Home => useStore(home)
