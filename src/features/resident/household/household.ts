import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type Member = Output<'household.view'>['members'][number]

export interface Household {
  readonly seen: Looked<Output<'household.view'>, Refusal<'household.view'>>
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
    ...looking({ set, get }, () => call('household.view', {})),
    chosen: null,
    code: null,
    busy: false,
    wrong: null,
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
            ? {
                ...seen,
                view: { ...seen.view, members: seen.view.members.map(one => (one.id === chosen.id ? { ...one, codeUntil: until } : one)) },
              }
            : seen,
      }))
    },
  }))
