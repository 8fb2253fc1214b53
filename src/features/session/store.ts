import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AnyRefusal, Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type SessionView = Output<'session.view'>
export type How = 'hall' | 'online'

type Deed = 'sign-up-hall' | 'sign-up-online' | 'cancel' | 'check-in'
/** What this person is doing about the session. */
export type Doing =
  | { readonly at: 'rest' }
  | { readonly at: 'sending'; readonly deed: Deed }
  | { readonly at: 'done'; readonly deed: Deed }
  | { readonly at: 'refused'; readonly deed: Deed; readonly refusal: AnyRefusal }
  /** No answer came. Every deed here may be done again without harm. */
  | { readonly at: 'unsure'; readonly deed: Deed }

export interface SessionScreen {
  readonly seen: Looked<SessionView, Refusal<'session.view'>>
  readonly doing: Doing
  /** The digits as typed; they stay through a refusal. */
  readonly code: string
  readonly from: How | null
  refresh(): Promise<void>
  signUp(how: How): Promise<void>
  cancel(): Promise<void>
  type(code: string): void
  comeFrom(how: How): void
  checkIn(): Promise<void>
  rest(): void
}

/** How a person takes part who has not said: as they signed up, else the only way there is, else in the hall. */
export const usualWay = ({ card }: SessionView): How => card.signedUp ?? (card.mode === 'online' ? 'online' : 'hall')

/** One session on one person's screen. */
export function createSession(id: string, call: Client): StoreApi<SessionScreen> {
  return createStore<SessionScreen>((set, get) => {
    async function act(deed: Deed, ask: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: AnyRefusal }>) {
      if (get().doing.at === 'sending') return
      set({ doing: { at: 'sending', deed } })
      try {
        const reply = await ask()
        if (reply.ok) await get().refresh()
        set({ doing: reply.ok ? { at: 'done', deed } : { at: 'refused', deed, refusal: reply.refusal } })
      } catch {
        set({ doing: { at: 'unsure', deed } })
      }
    }

    return {
      ...looking({ set, get }, () => call('session.view', { id })),
      doing: { at: 'rest' },
      code: '',
      from: null,
      signUp: how => act(how === 'hall' ? 'sign-up-hall' : 'sign-up-online', () => call('session.signUp', { id, how })),
      cancel: () => act('cancel', () => call('session.cancelSignUp', { id })),
      type: code => set({ code: code.replace(/\D/g, '').slice(0, 6), doing: { at: 'rest' } }),
      comeFrom: from => set({ from }),
      async checkIn() {
        const { seen, code, from } = get()
        if (seen.at !== 'shown' || code.length !== 6) return
        await act('check-in', () => call('session.checkIn', { id, code, how: from ?? usualWay(seen.view) }))
      },
      rest: () => set({ doing: { at: 'rest' } }),
    }
  })
}
