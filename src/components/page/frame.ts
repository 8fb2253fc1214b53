import { createContext, useContext } from 'react'

export interface Tab {
  readonly key: string
  readonly label: string
  readonly icon: 'home' | 'topics' | 'sessions' | 'notices' | 'me'
  /** Unread; 0 shows nothing. */
  readonly badge: number
}

/** What every screen stands in: the app fills it once, so that no page has to pass it on. */
export interface Frame {
  readonly elder: boolean
  readonly online: boolean
  readonly tabs: readonly Tab[]
  /** The hall's telephone, where it is known: the way on when the app fails. */
  readonly phone: string | null
  openTab(key: string): void
  back(): void
  dial(phone: string): void
}

export const FrameContext = createContext<Frame>({
  elder: false,
  online: true,
  tabs: [],
  phone: null,
  openTab: () => undefined,
  back: () => undefined,
  dial: () => undefined,
})

export const useFrame = (): Frame => useContext(FrameContext)
