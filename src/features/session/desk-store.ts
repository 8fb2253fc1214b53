import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Found = Output<'session.find'>['people'][number]
export type Searching =
  | { readonly at: 'typing' }
  | { readonly at: 'asking' }
  | { readonly at: 'found'; readonly people: readonly Found[] }
  | { readonly at: 'refused'; readonly refusal: Refusal<'session.find'> }
  | { readonly at: 'failed' }
export type Entering =
  | { readonly at: 'rest' }
  /** The person stands at the desk and is asked aloud: nobody is entered behind their back. */
  | { readonly at: 'asked'; readonly person: Found }
  | { readonly at: 'sending'; readonly person: Found }
  | { readonly at: 'entered'; readonly person: Found }
  | { readonly at: 'refused'; readonly person: Found; readonly refusal: Refusal<'session.attend'> }
  | { readonly at: 'unsure'; readonly person: Found }

export interface Desk {
  readonly name: string
  readonly searching: Searching
  readonly entering: Entering
  type(name: string): void
  find(): Promise<void>
  ask(person: Found): void
  leave(): void
  enter(): Promise<void>
}

/** The recorder's desk at the door: enters who has no phone. */
export function createDesk(id: string, call: Client): StoreApi<Desk> {
  return createStore<Desk>((set, get) => ({
    name: '',
    searching: { at: 'typing' },
    entering: { at: 'rest' },
    type: name => set({ name, searching: { at: 'typing' } }),
    async find() {
      const name = get().name.trim()
      if (name === '' || get().searching.at === 'asking') return
      set({ searching: { at: 'asking' } })
      const reply = await call('session.find', { id, name }).catch(() => null)
      if (get().name.trim() !== name) return
      set({
        searching: !reply
          ? { at: 'failed' }
          : reply.ok
            ? { at: 'found', people: reply.value.people }
            : { at: 'refused', refusal: reply.refusal },
      })
    },
    ask: person => {
      if (get().entering.at !== 'sending') set({ entering: { at: 'asked', person } })
    },
    leave: () => {
      if (get().entering.at !== 'sending') set({ entering: { at: 'rest' } })
    },
    async enter() {
      const { entering } = get()
      if (entering.at !== 'asked' && entering.at !== 'unsure') return
      const { person } = entering
      set({ entering: { at: 'sending', person } })
      const reply = await call('session.attend', { id, personId: person.id }).catch(() => null)
      if (!reply) return set({ entering: { at: 'unsure', person } })
      if (!reply.ok) return set({ entering: { at: 'refused', person, refusal: reply.refusal } })
      set(({ searching }) => ({
        entering: { at: 'entered', person },
        searching:
          searching.at === 'found'
            ? { at: 'found', people: searching.people.map(one => (one.id === person.id ? { ...one, present: true } : one)) }
            : searching,
      }))
    },
  }))
}
