import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Turning =
  | { readonly at: 'rest' }
  | { readonly at: 'sending' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'vote.turnKey'> }
  /** No answer came. The same person turning again is the same key. */
  | { readonly at: 'unsure' }

export interface Keys {
  readonly turning: Turning
  turn(): Promise<void>
}

/** One of the two keys on a secret vote, on the screen of who holds it. */
export function createKeys(motionId: string, { call, refresh }: { readonly call: Client; refresh(): Promise<void> }): StoreApi<Keys> {
  return createStore<Keys>((set, get) => ({
    turning: { at: 'rest' },
    async turn() {
      if (get().turning.at === 'sending') return
      set({ turning: { at: 'sending' } })
      const reply = await call('vote.turnKey', { motionId }).catch(() => null)
      if (!reply) return set({ turning: { at: 'unsure' } })
      await refresh()
      set({ turning: reply.ok ? { at: 'rest' } : { at: 'refused', refusal: reply.refusal } })
    },
  }))
}
