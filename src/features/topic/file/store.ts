import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type FileView = Output<'file.view'>
export type Stage = FileView['stages'][number]
export type Deed = Stage['deeds'][number]

export type Seen =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'file.view'> }
  | { readonly at: 'shown'; readonly file: FileView; readonly offline: boolean }

export interface FileScreen {
  readonly seen: Seen
  /** The document is being made. */
  readonly making: boolean
  readonly said: string | null
  refresh(): Promise<void>
  /** Does what takes a while with the file, once at a time, and says how it went. */
  make(work: (file: FileView) => Promise<string>): Promise<void>
  say(words: string | null): void
}

/** One topic's file, as far as this reader may read it. */
export const createFile = (id: string, call: Client): StoreApi<FileScreen> =>
  createStore<FileScreen>((set, get) => ({
    seen: { at: 'loading' },
    making: false,
    said: null,
    say: said => set({ said }),
    async refresh() {
      const reply = await call('file.view', { id }).catch(() => null)
      set(({ seen }) => {
        if (!reply) return { seen: seen.at === 'shown' ? { ...seen, offline: true } : { at: 'failed' } }
        return { seen: reply.ok ? { at: 'shown', file: reply.value, offline: false } : { at: 'refused', refusal: reply.refusal } }
      })
    },
    async make(work) {
      const { seen, making } = get()
      if (seen.at !== 'shown' || making) return
      set({ making: true })
      const said = await work(seen.file).catch(() => '没有做成，请再试一次')
      set({ making: false, said })
    },
  }))
