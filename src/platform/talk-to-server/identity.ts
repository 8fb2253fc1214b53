import { create } from 'zustand'
import { isText, kept } from '../files/storage'

/** Someone of the demo village whom the visitor may be. */
export interface DemoIdentity {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly note: string
}

export const chosenIdentity = kept('demo-identity', isText)

interface Identity {
  /** null: not asked yet. Empty: this is no demo, and who one is comes from WeChat alone. */
  readonly list: readonly DemoIdentity[] | null
  readonly chosen: string | null
  load(): Promise<void>
  /** Become someone else; null: a passer-by. The app starts over, so that nothing of the former person stays on screen. */
  choose(id: string | null): void
}

const isIdentity = (raw: unknown): raw is DemoIdentity =>
  typeof raw === 'object' &&
  raw !== null &&
  'id' in raw &&
  typeof raw.id === 'string' &&
  'name' in raw &&
  'roles' in raw &&
  Array.isArray(raw.roles)

export const useIdentity = create<Identity>((set, get) => ({
  list: process.env.TARO_ENV === 'h5' ? null : [],
  chosen: chosenIdentity.get(),
  async load() {
    if (process.env.TARO_ENV !== 'h5' || get().list !== null) return
    try {
      const answer = await fetch('/demo/identities')
      const raw: unknown = answer.ok ? await answer.json() : []
      set({ list: Array.isArray(raw) ? raw.filter(isIdentity) : [] })
    } catch {
      // No network: asked again when the page is opened again.
    }
  },
  choose(id) {
    if (id === null) chosenIdentity.remove()
    else chosenIdentity.set(id)
    if (process.env.TARO_ENV === 'h5') {
      location.hash = '#/pages/home/index'
      location.reload()
    }
  },
}))
