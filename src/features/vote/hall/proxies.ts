import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import type { Unit } from './store'

export type Side = 'giver' | 'agent'

/** A written proxy being taken in: who gives it, who votes, the photographed form. */
export interface Proxies {
  readonly name: Readonly<Record<Side, string>>
  /** Null: not asked yet, or the name was changed since. */
  readonly found: Readonly<Record<Side, readonly Unit[] | null>>
  readonly chosen: Readonly<Record<Side, Unit | null>>
  readonly photoIds: readonly string[]
  readonly busy: boolean
  readonly trouble: string | null
  readonly said: string | null
  type(side: Side, name: string): void
  find(side: Side): Promise<void>
  choose(side: Side, unit: Unit): void
  photograph(ids: readonly string[]): void
  write(): Promise<void>
  /** True where it no longer holds. */
  revoke(unitId: string, name: string): Promise<boolean>
  say(words: string | null): void
}

const lost = '没有收到回音。再点一次，不会重复'
const fresh = {
  name: { giver: '', agent: '' },
  found: { giver: null, agent: null },
  chosen: { giver: null, agent: null },
  photoIds: [],
  trouble: null,
} as const

/** Written proxies for one meeting. Whether one is lawful the server judges; here it is only asked that nothing is left out. */
export function createProxies(motionId: string, { call, refresh }: { readonly call: Client; refresh(): Promise<void> }): StoreApi<Proxies> {
  return createStore<Proxies>((set, get) => ({
    ...fresh,
    busy: false,
    said: null,
    say: said => set({ said }),
    type: (side, name) =>
      set(({ name: names, found, chosen }) => ({
        name: { ...names, [side]: name },
        found: { ...found, [side]: null },
        chosen: { ...chosen, [side]: null },
        trouble: null,
      })),
    async find(side) {
      const name = get().name[side].trim()
      if (name === '' || get().busy) return
      set({ busy: true, trouble: null })
      const reply = await call('vote.find', { motionId, name }).catch(() => null)
      set({ busy: false })
      if (get().name[side].trim() !== name) return
      if (!reply?.ok) return set({ trouble: reply ? refusalWords[reply.refusal] : '没有查到，可能是网络不好，请再查一次' })
      const { units } = reply.value
      set(({ found, chosen }) => ({
        found: { ...found, [side]: units },
        chosen: { ...chosen, [side]: units.length === 1 ? (units[0] ?? null) : null },
      }))
    },
    choose: (side, unit) => set(({ chosen }) => ({ chosen: { ...chosen, [side]: unit } })),
    photograph: photoIds => set({ photoIds }),
    async write() {
      const {
        chosen: { giver, agent },
        photoIds,
        busy,
      } = get()
      if (busy || !giver || !agent || photoIds.length === 0) return
      set({ busy: true, trouble: null })
      const reply = await call('proxy.write', { motionId, unitId: giver.unitId, agentId: agent.personId, photoIds: [...photoIds] }).catch(
        () => null,
      )
      if (!reply?.ok) return set({ busy: false, trouble: reply ? refusalWords[reply.refusal] : lost })
      set({ ...fresh, busy: false, said: `✓ ${giver.name} 委托 ${agent.name}，记好了` })
      await refresh()
    },
    async revoke(unitId, name) {
      if (get().busy) return false
      set({ busy: true, trouble: null })
      const reply = await call('proxy.revoke', { motionId, unitId }).catch(() => null)
      set(
        reply?.ok ? { busy: false, said: `✓ ${name} 的委托撤销了` } : { busy: false, trouble: reply ? refusalWords[reply.refusal] : lost },
      )
      if (reply) await refresh()
      return reply?.ok ?? false
    },
  }))
}
