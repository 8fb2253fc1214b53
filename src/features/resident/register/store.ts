import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { ReleaseReason } from '@/domain/resident/bind-codes'
import type { Client } from '@/platform/talk-to-server/client'

export type Registered = Output<'register.find'>['people'][number]

export interface Register {
  readonly found:
    | { readonly at: 'nothing-asked' }
    | { readonly at: 'looking' }
    | { readonly at: 'closed' }
    | { readonly at: 'found'; readonly name: string; readonly people: readonly Registered[] }
  readonly busy: boolean
  readonly said: string | null
  find(name: string): Promise<void>
  /** True where it was noted. */
  note(personId: string, phone: string): Promise<boolean>
  release(personId: string, reason: ReleaseReason): Promise<boolean>
  /** The code just given, for as long as its sheet is open. */
  readonly code: Output<'register.code'> | null
  giveCode(personId: string): Promise<void>
  putCodeAway(): void
  say(words: string | null): void
}

const lost = '网络不好，请再试一次'

/** The desk's register: numbers people gave, and which of them use WeChat. */
export const createRegister = (call: Client): StoreApi<Register> =>
  createStore<Register>((set, get) => {
    const change = (personId: string, to: Partial<Registered>) =>
      set(({ found }) =>
        found.at === 'found'
          ? { found: { ...found, people: found.people.map(one => (one.id === personId ? { ...one, ...to } : one)) } }
          : {},
      )
    return {
      found: { at: 'nothing-asked' },
      busy: false,
      said: null,
      say: said => set({ said }),
      async find(name) {
        if (name.trim() === '' || get().found.at === 'looking') return
        set({ found: { at: 'looking' } })
        const reply = await call('register.find', { name }).catch(() => null)
        if (reply?.ok) set({ found: { at: 'found', name: name.trim(), people: reply.value.people } })
        else
          set(
            reply?.refusal === 'not-your-role' || reply?.refusal === 'not-a-resident'
              ? { found: { at: 'closed' } }
              : { found: { at: 'nothing-asked' }, said: reply ? refusalWords[reply.refusal] : lost },
          )
      },
      async note(personId, phone) {
        if (get().busy) return false
        set({ busy: true })
        const reply = await call('register.phone', { personId, phone }).catch(() => null)
        set({ busy: false, said: !reply ? lost : reply.ok ? '记好了' : refusalWords[reply.refusal] })
        if (reply?.ok) change(personId, { phone: reply.value.phone })
        return reply?.ok ?? false
      },
      code: null,
      putCodeAway: () => set({ code: null }),
      async giveCode(personId) {
        if (get().busy) return
        set({ busy: true })
        const reply = await call('register.code', { personId }).catch(() => null)
        set({ busy: false, ...(reply?.ok ? { code: reply.value } : { code: null, said: reply ? refusalWords[reply.refusal] : lost }) })
        if (reply && !reply.ok && reply.refusal === 'already-bound') change(personId, { bound: true })
      },
      async release(personId, reason) {
        if (get().busy) return false
        set({ busy: true })
        const reply = await call('register.release', { personId, reason }).catch(() => null)
        set({ busy: false, said: !reply ? lost : reply.ok ? '解开了，他可以用新的微信登记' : refusalWords[reply.refusal] })
        if (reply?.ok) change(personId, { bound: false })
        return reply?.ok ?? false
      },
    }
  })
