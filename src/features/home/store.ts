import { createStore } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type HomeView = Output<'home.view'>
export type Venue = 'hall' | 'online'

/** Where the hall is and its telephone: what a passer-by needs in order to be registered. */
export interface Hall {
  readonly place: string
  readonly phone: string
}

export type Showing =
  | { readonly at: 'loading' }
  | { readonly at: 'shown'; readonly home: HomeView; readonly hall: Hall | null; readonly offline: boolean }
  | { readonly at: 'failed' }

export type SigningUp =
  | { readonly at: 'nothing' }
  | { readonly at: 'choosing'; readonly sessionId: string } // in the hall or online
  | { readonly at: 'sending'; readonly sessionId: string }
  | { readonly at: 'refused'; readonly sessionId: string; readonly refusal: Refusal<'session.signUp'> }
  | { readonly at: 'unsure'; readonly sessionId: string } // signing up twice is signing up once

export interface Home {
  readonly showing: Showing
  readonly signing: SigningUp
  load(): Promise<void>
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
  createStore<Home>((set, get) => ({
    showing: { at: 'loading' },
    signing: { at: 'nothing' },
    async load() {
      const { showing } = get()
      const before = showing.at === 'shown' ? showing : null
      if (!before) set({ showing: { at: 'loading' } })
      try {
        const reply = await call('home.view', {})
        if (!reply.ok) return set({ showing: before ? { ...before, offline: true } : { at: 'failed' } })
        set({ showing: { at: 'shown', home: reply.value, hall: before?.hall ?? null, offline: false } })
        told.unread(reply.value.unread)
        if (!before && (reply.value.guest || !told.knowsPhone())) await learnHall()
      } catch {
        if (get().showing.at !== 'shown') set({ showing: { at: 'failed' } })
        else if (before) set({ showing: { ...before, offline: true } })
      }

      async function learnHall() {
        const reply = await call('me.view', {}).catch(() => null)
        const { showing: now } = get()
        if (!reply?.ok || now.at !== 'shown') return
        const { hallPlace, hallPhone } = reply.value.org
        told.phone(hallPhone)
        if (now.home.guest) set({ showing: { ...now, hall: { place: hallPlace, phone: hallPhone } } })
      }
    },
    choose: sessionId => set({ signing: { at: 'choosing', sessionId } }),
    async signUp(sessionId, how) {
      if (get().signing.at === 'sending') return
      set({ signing: { at: 'sending', sessionId } })
      try {
        const reply = await call('session.signUp', { id: sessionId, how })
        const { showing } = get()
        if (!reply.ok) return set({ signing: { at: 'refused', sessionId, refusal: reply.refusal } })
        const coming = reply.value.coming
        set({
          signing: { at: 'nothing' },
          ...(showing.at === 'shown'
            ? {
                showing: {
                  ...showing,
                  home: {
                    ...showing.home,
                    sessions: showing.home.sessions.map(card => (card.id === sessionId ? { ...card, signedUp: how, coming } : card)),
                  },
                },
              }
            : {}),
        })
      } catch {
        set({ signing: { at: 'unsure', sessionId } })
      }
    },
  }))
