import { create } from 'zustand'
import { isText, kept } from '../files/storage'

const keptPhone = kept('hall-phone', isText)

interface Hall {
  /** Kept on the phone, because it is needed most when nothing loads. */
  readonly phone: string | null
  /** Messages not yet read; the badge on 我的, where they stand. */
  readonly unread: number
  learnPhone(phone: string): void
  setUnread(unread: number): void
}

/** The little that every screen shows of the hall. Told by whichever feature last heard it. */
export const useHall = create<Hall>((set, get) => ({
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
