import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Way } from '@/domain/reach'
import type { Client } from '@/platform/client'
import type { Task } from './words'

export type Show = 'open' | 'done'
export type Listed =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'reach.mine'> }
  | { readonly at: 'shown'; readonly list: Output<'reach.mine'>; readonly more: 'more' | 'loading' | 'failed'; readonly stale: boolean }

export interface Calls {
  readonly show: Show
  readonly listed: Listed
  /** The task whose mark is on its way. */
  readonly sending: string | null
  readonly says: string | null
  refresh(): Promise<void>
  choose(show: Show): Promise<void>
  more(): Promise<void>
  mark(task: Task, way: Way | null): Promise<void>
  heard(): void
}

/** Whom this grid worker is to tell, and what came of it. */
export function createCalls(call: Client): StoreApi<Calls> {
  let asked = 0
  return createStore<Calls>((set, get) => {
    async function load(keep: boolean) {
      const ticket = ++asked
      const { listed, show } = get()
      const before = keep && listed.at === 'shown' ? listed : null
      if (!before) set({ listed: { at: 'loading' } })
      const reply = await call('reach.mine', { show }).catch(() => null)
      if (ticket !== asked) return
      if (!reply) return set({ listed: before ? { ...before, stale: true } : { at: 'failed' } })
      set({ listed: reply.ok ? { at: 'shown', list: reply.value, more: 'more', stale: false } : { at: 'refused', refusal: reply.refusal } })
    }
    return {
      show: 'open', listed: { at: 'loading' }, sending: null, says: null,
      refresh: () => load(true),
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await load(false)
      },
      async more() {
        const { listed, show } = get()
        if (listed.at !== 'shown' || listed.list.next === null || listed.more === 'loading') return
        const ticket = asked
        set({ listed: { ...listed, more: 'loading' } })
        const reply = await call('reach.mine', { show, after: listed.list.next }).catch(() => null)
        if (ticket !== asked) return
        if (!reply?.ok) return set({ listed: { ...listed, more: 'failed' } })
        const known = new Set(listed.list.tasks.map(({ id }) => id))
        set({ listed: { ...listed, more: 'more', list: { ...reply.value, tasks: [...listed.list.tasks, ...reply.value.tasks.filter(({ id }) => !known.has(id))] } } })
      },
      async mark({ id, name }, way) {
        if (get().sending !== null) return
        set({ sending: id, says: null })
        const reply = await call('reach.mark', { id, way }).catch(() => null)
        set({ sending: null, says: reply?.ok ? said(name, way) : reply ? refusalWords[reply.refusal] : '网络不好，没有记上，请再点一次' })
        if (reply) await load(true)
      },
      heard: () => set({ says: null }),
    }
  })
}

const said = (name: string, way: Way | null): string =>
  way === null ? `${name}：收回了，还在名单里` : way === 'away' ? `${name}：不在家，还在名单里` : `${name}：记好了，记错了今天可以改`
