import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Visit } from '@/domain/notice/reach'
import type { Client } from '@/platform/talk-to-server/client'
import { photosRefused } from '@/platform/files/photo-words'
import type { Picked } from '@/platform/files/photos'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'
import type { Task } from './words'

export type Show = 'open' | 'done'

export interface Calls {
  readonly show: Show
  readonly seen: Leafed<Output<'reach.mine'>, Refusal<'reach.mine'>>
  /** The task whose mark, or picture, is on its way. */
  readonly sending: string | null
  readonly says: string | null
  refresh(): Promise<void>
  choose(show: Show): Promise<void>
  more(): Promise<void>
  mark(task: Task, way: Visit | null): Promise<void>
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
  return createStore<Calls>((set, get) => {
    const list = leafing(
      { set, get },
      (after: After) => call('reach.mine', { show: get().show, ...after }),
      (view, further) => ({ ...view, ...further, tasks: joined(view.tasks, further.tasks) }),
    )
    async function put({ id, name }: Task, way: Visit | null, photoId?: string) {
      const reply = await call('reach.mark', { id, way, ...(photoId === undefined ? {} : { photoId }) }).catch(() => null)
      set({ sending: null, says: reply?.ok ? said(name, way) : reply ? refusalWords[reply.refusal] : '网络不好，没有记上，请再点一次' })
      if (reply) await list.refresh()
    }
    return {
      ...list,
      show: 'open',
      sending: null,
      says: null,
      refresh: () => (get().seen.at === 'shown' ? list.refresh() : list.anew()),
      async choose(show) {
        if (show === get().show) return
        set({ show })
        await list.anew()
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

const said = (name: string, way: Visit | null): string =>
  way === null ? `${name}：收回了，还在名单里` : way === 'away' ? `${name}：不在家，还在名单里` : `${name}：记好了，记错了今天可以改`
