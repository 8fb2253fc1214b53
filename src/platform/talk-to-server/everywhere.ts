import { create } from 'zustand'
import { isText, kept } from '../files/storage'

const keptPhone = kept('hall-phone', isText)

interface Everywhere {
  /** Kept on the phone, because it is needed most when nothing loads. */
  readonly phone: string | null
  /** Messages not yet read; the badge on 我的, where they stand. */
  readonly unread: number
  learnPhone(phone: string): void
  setUnread(unread: number): void
}

/** The little of the village that every screen shows. Whichever feature heard it last tells it here. */
export const useEverywhere = create<Everywhere>((set, get) => ({
  phone: keptPhone.get(),
  unread: 0,
  learnPhone(phone) {
    if (phone === get().phone) return
    keptPhone.set(phone)
    set({ phone })
  },
  setUnread(unread) {
    if (unread !== get().unread) set({ unread })
  },
}))
