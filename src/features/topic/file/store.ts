import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type FileView = Output<'file.view'>
export type Stage = FileView['stages'][number]
export type Deed = Stage['deeds'][number]

export interface FileScreen {
  readonly seen: Looked<FileView, Refusal<'file.view'>>
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
    ...looking({ set, get }, () => call('file.view', { id })),
    making: false,
    said: null,
    say: said => set({ said }),
    async make(work) {
      const { seen, making } = get()
      if (seen.at !== 'shown' || making) return
      set({ making: true })
      const said = await work(seen.view).catch(() => '没有做成，请再试一次')
      set({ making: false, said })
    },
  }))
