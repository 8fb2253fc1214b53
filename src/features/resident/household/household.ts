import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'

export type Member = Output<'household.view'>['members'][number]

export interface Household {
  readonly seen:
    | { readonly at: 'loading' | 'failed' | 'closed' }
    | { readonly at: 'shown'; readonly members: readonly Member[]; readonly now: number }
  /** Whom the sheet is about. */
  readonly chosen: Member | null
  readonly code: Output<'household.invite'> | null
  readonly busy: boolean
  readonly wrong: string | null
  refresh(): Promise<void>
  choose(member: Member | null): void
  invite(): Promise<void>
}

/** The own household: who uses WeChat here, and a code for who does not yet. */
export const createHousehold = (call: Client): StoreApi<Household> =>
  createStore<Household>((set, get) => ({
    seen: { at: 'loading' },
    chosen: null,
    code: null,
    busy: false,
    wrong: null,
    async refresh() {
      const reply = await call('household.view', {}).catch(() => null)
      if (reply?.ok) return set({ seen: { at: 'shown', ...reply.value } })
      if (reply) return set({ seen: { at: 'closed' } })
      set(({ seen }) => (seen.at === 'shown' ? {} : { seen: { at: 'failed' } }))
    },
    choose: chosen => {
      if (!get().busy) set({ chosen, code: null, wrong: null })
    },
    async invite() {
      const { chosen, busy } = get()
      if (!chosen || busy) return
      set({ busy: true, wrong: null })
      const reply = await call('household.invite', { personId: chosen.id }).catch(() => null)
      if (!reply?.ok) return set({ busy: false, wrong: reply ? refusalWords[reply.refusal] : '网络不好，请再点一次' })
      const { until } = reply.value
      set(({ seen }) => ({
        busy: false,
        code: reply.value,
        seen:
          seen.at === 'shown'
            ? { ...seen, members: seen.members.map(one => (one.id === chosen.id ? { ...one, codeUntil: until } : one)) }
            : seen,
      }))
    },
  }))
