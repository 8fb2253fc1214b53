import { create } from 'zustand'
import { isYesNo, kept } from '../files/storage'
import { phoneIsSetLarge } from './type-size'

const keptElder = kept('elder', isYesNo)

interface Preferences {
  readonly elder: boolean
  toggle(): void
}

/** How this person wants to see the app; on this phone only. */
export const usePreferences = create<Preferences>((set, get) => ({
  // Until the person has chosen here, as they have chosen for WeChat.
  elder: keptElder.get() ?? phoneIsSetLarge(),
  toggle() {
    const elder = !get().elder
    keptElder.set(elder)
    set({ elder })
  },
}))
