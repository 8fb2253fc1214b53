import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type MeView = Output<'me.view'>
export type Seen = { readonly at: 'loading' } | { readonly at: 'failed' } | { readonly at: 'shown'; readonly view: MeView }

export interface Me {
  readonly seen: Seen
  refresh(): Promise<void>
}

/** Who this is, and which village. */
export const createMe = (call: Client): StoreApi<Me> =>
  createStore<Me>(set => ({
    seen: { at: 'loading' },
    async refresh() {
      const reply = await call('me.view', {}).catch(() => null)
      set(({ seen }) => (reply?.ok ? { seen: { at: 'shown', view: reply.value } } : seen.at === 'shown' ? {} : { seen: { at: 'failed' } }))
    },
  }))
