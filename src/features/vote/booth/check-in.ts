import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Coming =
  | { readonly at: 'rest' }
  | { readonly at: 'sending' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'vote.checkIn'> }
  /** No answer came. Saying it again is not coming twice. */
  | { readonly at: 'unsure' }

export interface CheckIn {
  readonly coming: Coming
  come(): Promise<void>
}

/** 「我到了」, by the voter's own phone. */
export function createCheckIn(motionId: string, { call, refresh }: { readonly call: Client; refresh(): Promise<void> }): StoreApi<CheckIn> {
  return createStore<CheckIn>((set, get) => ({
    coming: { at: 'rest' },
    async come() {
      if (get().coming.at === 'sending') return
      set({ coming: { at: 'sending' } })
      const reply = await call('vote.checkIn', { motionId }).catch(() => null)
      if (!reply) return set({ coming: { at: 'unsure' } })
      if (reply.ok) await refresh()
      set({ coming: reply.ok ? { at: 'rest' } : { at: 'refused', refusal: reply.refusal } })
    },
  }))
}
