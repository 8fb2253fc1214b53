import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Asked = Input<'code.view'>
export type CodeShown =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'code.view'> }
  | { readonly at: 'shown'; readonly code: Output<'code.view'> }

export interface CodePage {
  readonly shown: CodeShown
  refresh(): Promise<void>
}

/** One code to print. */
export const createCode = (asked: Asked, call: Client): StoreApi<CodePage> =>
  createStore<CodePage>(set => ({
    shown: { at: 'loading' },
    async refresh() {
      const reply = await call('code.view', asked).catch(() => null)
      set({ shown: !reply ? { at: 'failed' } : reply.ok ? { at: 'shown', code: reply.value } : { at: 'refused', refusal: reply.refusal } })
    },
  }))
