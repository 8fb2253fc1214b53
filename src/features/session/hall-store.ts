import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type HallView = Output<'session.hall'>
export type HallScreen =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'session.hall'> }
  /**
   * `heardAt`: the phone's own time when the view came, so that the wall's clock runs on from the server's. `lost`: the network is away;
   * the wall keeps what it had and says so.
   */
  | { readonly at: 'shown'; readonly view: HallView; readonly heardAt: number; readonly lost: boolean }

export interface Hall {
  readonly screen: HallScreen
  refresh(): Promise<void>
}

/** The screen on the hall's wall. It asks again by itself; one question at a time. */
export function createHall(id: string, call: Client): StoreApi<Hall> {
  let asking: Promise<void> | null = null
  return createStore<Hall>(set => {
    async function ask() {
      const reply = await call('session.hall', { id }).catch(() => null)
      set(({ screen }) => {
        if (!reply) return { screen: screen.at === 'shown' ? { ...screen, lost: true } : { at: 'failed' } }
        return {
          screen: reply.ok
            ? { at: 'shown', view: reply.value, heardAt: Date.now(), lost: false }
            : { at: 'refused', refusal: reply.refusal },
        }
      })
    }
    return {
      screen: { at: 'loading' },
      refresh: () =>
        (asking ??= ask().finally(() => {
          asking = null
        })),
    }
  })
}
