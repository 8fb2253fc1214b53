import { createStore } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type HomeView = Output<'home.view'>
export type Venue = 'hall' | 'online'

/** Where the hall is and its telephone: what a passer-by needs in order to be registered. */
export interface Hall {
  readonly place: string
  readonly phone: string
}

export type SigningUp =
  | { readonly at: 'nothing' }
  | { readonly at: 'choosing'; readonly sessionId: string } // in the hall or online
  | { readonly at: 'sending'; readonly sessionId: string }
  | { readonly at: 'refused'; readonly sessionId: string; readonly refusal: Refusal<'session.signUp'> }
  | { readonly at: 'unsure'; readonly sessionId: string } // signing up twice is signing up once

export interface Home {
  readonly seen: Looked<HomeView>
  /** Learned only for a passer-by. */
  readonly hall: Hall | null
  readonly signing: SigningUp
  refresh(): Promise<void>
  choose(sessionId: string): void
  signUp(sessionId: string, how: Venue): Promise<void>
}

/** What the rest of the app learns from the first answer. */
export interface Told {
  unread(count: number): void
  phone(phone: string): void
  knowsPhone(): boolean
}

export const createHome = (call: Client, told: Told) =>
  createStore<Home>((set, get) => {
    const home = looking({ set, get }, () => call('home.view', {}), [])

    async function learnHall(guest: boolean) {
      const reply = await call('me.view', {}).catch(() => null)
      if (!reply?.ok) return
      const { hallPlace, hallPhone } = reply.value.org
      told.phone(hallPhone)
      if (guest) set({ hall: { place: hallPlace, phone: hallPhone } })
    }

    return {
      seen: home.seen,
      hall: null,
      signing: { at: 'nothing' },
      async refresh() {
        const first = get().seen.at !== 'shown'
        await (first ? home.anew() : home.refresh())
        const { seen } = get()
        if (seen.at !== 'shown' || seen.stale) return
        told.unread(seen.view.unread)
        if (first && (seen.view.guest || !told.knowsPhone())) await learnHall(seen.view.guest)
      },
      choose: sessionId => set({ signing: { at: 'choosing', sessionId } }),
      async signUp(sessionId, how) {
        if (get().signing.at === 'sending') return
        set({ signing: { at: 'sending', sessionId } })
        try {
          const reply = await call('session.signUp', { id: sessionId, how })
          const { seen } = get()
          if (!reply.ok) return set({ signing: { at: 'refused', sessionId, refusal: reply.refusal } })
          const coming = reply.value.coming
          set({
            signing: { at: 'nothing' },
            ...(seen.at === 'shown'
              ? {
                  seen: {
                    ...seen,
                    view: {
                      ...seen.view,
                      sessions: seen.view.sessions.map(card => (card.id === sessionId ? { ...card, signedUp: how, coming } : card)),
                    },
                  },
                }
              : {}),
          })
        } catch {
          set({ signing: { at: 'unsure', sessionId } })
        }
      },
    }
  })
