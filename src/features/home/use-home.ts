import { useStore } from 'zustand'
import { useEverywhere } from '@/platform/talk-to-server/everywhere'
import { call } from '@/platform/talk-to-server/transport'
import { createHome, type Home } from './store'

const home = createHome(call, {
  unread: count => useEverywhere.getState().setUnread(count),
  phone: phone => useEverywhere.getState().learnPhone(phone),
  knowsPhone: () => useEverywhere.getState().phone !== null,
})

export const useHome = (): Home => useStore(home)
