import { create } from 'zustand'
import { isYesNo, kept } from './storage'

const keptElder = kept('elder', isYesNo)

interface Preferences {
  readonly elder: boolean
  toggle(): void
}

/** How this person wants to see the app; on this phone only. */
export const usePreferences = create<Preferences>((set, get) => ({
  elder: keptElder.get() ?? false,
  toggle() {
    const elder = !get().elder
    keptElder.set(elder)
    set({ elder })
  },
}))
