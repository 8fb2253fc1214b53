import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Way } from '@/domain/notice/reach'
import type { Client } from '@/platform/talk-to-server/client'
import { photosRefused } from '@/platform/files/photo-words'
import type { Picked } from '@/platform/files/photos'
import { createReading, joined } from '@/platform/voice/reading'
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
  /** The task whose mark, or picture, is on its way. */
  readonly sending: string | null
  readonly says: string | null
  refresh(): Promise<void>
  choose(show: Show): Promise<void>
  more(): Promise<void>
  mark(task: Task, way: Way | null): Promise<void>
  /** Takes a picture at the door and marks the walk with it. None taken, nothing is marked. */
  showDoor(task: Task): Promise<void>
  heard(): void
}

export interface Tools {
  readonly call: Client
  pick(most: number): Promise<Picked>
  read(path: string): Promise<string>
}

/** Whom this grid worker is to tell, and what came of it. */
export function createCalls({ call, pick, read }: Tools): StoreApi<Calls> {
  const reading = createReading()
  return createStore<Calls>((set, get) => {
    async function load(keep: boolean) {
      const { listed, show } = get()
      const reply = await reading.read(
        keep && listed.at === 'shown' ? listed : null,
        listed => set({ listed }),
        () => call('reach.mine', { show }),
      )
      if (reply)
        set({
          listed: reply.ok ? { at: 'shown', list: reply.value, more: 'more', stale: false } : { at: 'refused', refusal: reply.refusal },
        })
    }
    async function put({ id, name }: Task, way: Way | null, photoId?: string) {
      const reply = await call('reach.mark', { id, way, ...(photoId === undefined ? {} : { photoId }) }).catch(() => null)
      set({ sending: null, says: reply?.ok ? said(name, way) : reply ? refusalWords[reply.refusal] : '网络不好，没有记上，请再点一次' })
      if (reply) await load(true)
    }
    return {
      show: 'open',
      listed: { at: 'loading' },
      sending: null,
      says: null,
      refresh: () => load(true),
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await load(false)
      },
      async more() {
        const { listed, show } = get()
        if (listed.at !== 'shown' || listed.list.next === null || listed.more === 'loading') return
        const current = reading.watch()
        set({ listed: { ...listed, more: 'loading' } })
        const reply = await call('reach.mine', { show, after: listed.list.next }).catch(() => null)
        if (!current()) return
        if (!reply?.ok) return set({ listed: { ...listed, more: 'failed' } })
        set({ listed: { ...listed, more: 'more', list: { ...reply.value, tasks: joined(listed.list.tasks, reply.value.tasks) } } })
      },
      async mark(task, way) {
        if (get().sending !== null) return
        set({ sending: task.id, says: null })
        await put(task, way)
      },
      async showDoor(task) {
        if (get().sending !== null) return
        set({ sending: task.id, says: null })
        const {
          paths: [path],
          unusable,
          refused,
        } = await pick(1).catch(() => ({ paths: [], unusable: 1, refused: false }))
        if (path === undefined)
          return set({ sending: null, says: refused ? photosRefused : unusable > 0 ? refusalWords['not-a-picture'] : null })
        const added = await read(path)
          .then(data => call('photo.add', { data }))
          .catch(() => null)
        if (!added?.ok) return set({ sending: null, says: added ? refusalWords[added.refusal] : '照片没传上，请再点一次' })
        await put(task, 'door', added.value.id)
      },
      heard: () => set({ says: null }),
    }
  })
}

const said = (name: string, way: Way | null): string =>
  way === null ? `${name}：收回了，还在名单里` : way === 'away' ? `${name}：不在家，还在名单里` : `${name}：记好了，记错了今天可以改`
