import { createStore, type StoreApi } from 'zustand/vanilla'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '../talk-to-server/client'
import { photosRefused } from './photo-words'
import type { Picked } from './photos'

/** A photo on its way. `path` shows it on this phone. */
export interface Upload {
  readonly path: string
  readonly at: 'sending' | 'failed'
}

export interface Gallery {
  readonly uploads: readonly Upload[]
  /** What went wrong last, in words. */
  readonly says: string | null
  add(room: number): Promise<void>
  again(path: string): Promise<void>
  drop(path: string): void
}

export interface Tools {
  readonly call: Client
  pick(most: number): Promise<Picked>
  read(path: string): Promise<string>
}

/** Photos for one field: each is sent as soon as it is chosen, so that the form itself is light. */
export function createGallery({ call, pick, read }: Tools, arrived: (id: string) => void): StoreApi<Gallery> {
  return createStore<Gallery>((set, get) => {
    const put = (path: string, at: Upload['at']) =>
      set(({ uploads }) => ({ uploads: uploads.map(one => (one.path === path ? { path, at } : one)) }))
    const drop = (path: string) => set(({ uploads }) => ({ uploads: uploads.filter(one => one.path !== path) }))

    async function send(path: string) {
      const reply = await read(path)
        .then(data => call('photo.add', { data }))
        .catch(() => null)
      if (!get().uploads.some(one => one.path === path)) return
      if (reply?.ok) {
        arrived(reply.value.id)
        return drop(path)
      }
      put(path, 'failed')
      set({ says: reply ? refusalWords[reply.refusal] : '有照片没传上，点一下照片再传' })
    }

    return {
      uploads: [],
      says: null,
      async add(room) {
        const { paths, unusable, refused } = await pick(room)
        set(({ uploads }) => ({
          uploads: [...uploads, ...paths.map(path => ({ path, at: 'sending' as const }))],
          says: refused ? photosRefused : unusable > 0 ? refusalWords['not-a-picture'] : null,
        }))
        for (const path of paths) await send(path)
      },
      async again(path) {
        if (get().uploads.find(one => one.path === path)?.at !== 'failed') return
        put(path, 'sending')
        set({ says: null })
        await send(path)
      },
      drop,
    }
  })
}
