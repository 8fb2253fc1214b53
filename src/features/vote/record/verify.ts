import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Verified } from '@/domain/vote/record/verify'
import type { TextFile } from '@/platform/files/text-file'

export type Verifying =
  | { readonly at: 'asleep' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'read'; readonly name: string; readonly verified: Verified }
  /** No JSON, or too large to be a record. */
  | { readonly at: 'unreadable'; readonly name: string }
  /** The recounting itself could not be fetched. */
  | { readonly at: 'failed'; readonly name: string }

export interface Verify {
  readonly verifying: Verifying
  read(file: TextFile | null): Promise<void>
}

/** Recounts a file where it is dropped; it goes nowhere. `recount` is fetched only when somebody has a file. */
export function createVerify(recount: (record: unknown) => Promise<Verified>): StoreApi<Verify> {
  return createStore<Verify>(set => ({
    verifying: { at: 'asleep' },
    async read(file) {
      if (!file) return
      const { name, text } = file
      set({ verifying: { at: 'reading', name } })
      let record: unknown
      try {
        record = JSON.parse(text.replace(/^\uFEFF/, ''))
      } catch {
        return set({ verifying: { at: 'unreadable', name } })
      }
      try {
        const verified = await recount(record)
        set({ verifying: { at: 'read', name, verified } })
      } catch {
        set({ verifying: { at: 'failed', name } })
      }
    },
  }))
}
