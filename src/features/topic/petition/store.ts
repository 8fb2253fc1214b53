import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type View = Output<'petition.view'>
export type Asks = Input<'petition.start'>['asks']
export type Signer = Output<'petition.signers'>['signers'][number]

export interface Petition {
  readonly seen: Looked<View, 'no-such-topic'>
  readonly asks: Asks | null
  readonly reason: string
  readonly wrong: string | null
  readonly names:
    | { readonly at: 'unasked' | 'loading' | 'failed' }
    | { readonly at: 'shown'; readonly signers: readonly Signer[]; readonly next: string | null }
  readonly busy: boolean
  readonly said: string | null
  refresh(): Promise<void>
  choose(asks: Asks): void
  write(reason: string): void
  start(): Promise<void>
  sign(): Promise<void>
  takeBack(): Promise<void>
  readNames(): Promise<void>
  say(words: string | null): void
}

const lost = '网络不好，请再试一次'

/** 联名 on one topic: how many, one's own name, and for the supervision committee who. */
export const createPetition = (call: Client, topicId: string): StoreApi<Petition> =>
  createStore<Petition>((set, get) => {
    const done = async (said: string) => {
      set({ busy: false, wrong: null, reason: '', said })
      await get().refresh()
    }
    return {
      ...looking({ set, get }, () => call('petition.view', { topicId }), ['no-such-topic']),
      asks: null,
      reason: '',
      wrong: null,
      names: { at: 'unasked' },
      busy: false,
      said: null,
      say: said => set({ said }),
      choose: asks => set({ asks, wrong: null }),
      write: reason => set({ reason, wrong: null }),
      async start() {
        const { asks, reason, busy, seen } = get()
        if (busy || seen.at !== 'shown') return
        const chosen = asks ?? (seen.view.mayBegin.length === 1 ? seen.view.mayBegin[0]?.value : undefined)
        if (!chosen) return set({ wrong: '请选要求什么' })
        if (reason.trim() === '') return set({ wrong: '请写一句为什么' })
        set({ busy: true })
        const reply = await call('petition.start', { topicId, asks: chosen, reason }).catch(() => null)
        if (reply?.ok) await done(reply.value.reached ? '发起了，签名已经够了' : '发起了，您是第一个签名的')
        else set({ busy: false, wrong: reply ? refusalWords[reply.refusal] : lost })
      },
      async sign() {
        if (get().busy) return
        set({ busy: true })
        const reply = await call('petition.sign', { topicId }).catch(() => null)
        if (reply?.ok) await done(reply.value.reached ? '签好了，签名够了' : '签好了')
        else set({ busy: false, said: reply ? refusalWords[reply.refusal] : lost })
      },
      async takeBack() {
        if (get().busy) return
        set({ busy: true })
        const reply = await call('petition.withdraw', { topicId }).catch(() => null)
        if (reply?.ok) await done('撤回了')
        else set({ busy: false, said: reply ? refusalWords[reply.refusal] : lost })
      },
      async readNames() {
        const { names } = get()
        const after = names.at === 'shown' && names.next !== null ? names.next : undefined
        if (names.at === 'loading') return
        set({ names: names.at === 'shown' ? names : { at: 'loading' } })
        const reply = await call('petition.signers', { topicId, ...(after === undefined ? {} : { after }) }).catch(() => null)
        if (!reply?.ok) return set(names.at === 'shown' ? { said: lost } : { names: { at: 'failed' } })
        set({
          names: {
            at: 'shown',
            signers: [...(after !== undefined && names.at === 'shown' ? names.signers : []), ...reply.value.signers],
            next: reply.value.next,
          },
        })
      },
    }
  })
