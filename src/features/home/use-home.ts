import { useStore } from 'zustand'
import { useHall } from '@/platform/hall'
import { call } from '@/platform/transport'
import { createHome, type Home } from './store'

const home = createHome(call, {
  unread: count => useHall.getState().setUnread(count), phone: phone => useHall.getState().learnPhone(phone), knowsPhone: () => useHall.getState().phone !== null,
})

export const useHome = (): Home => useStore(home)
