import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type NoticeView = Output<'notice.view'>
export type Seen =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'notice.view'> }
  | { readonly at: 'shown'; readonly view: NoticeView }

export interface NoticeScreen {
  readonly seen: Seen
  refresh(): Promise<void>
}

/** One notice, with what it rests on. */
export const createNotice = (id: string, call: Client): StoreApi<NoticeScreen> =>
  createStore<NoticeScreen>(set => ({
    seen: { at: 'loading' },
    async refresh() {
      const reply = await call('notice.view', { id }).catch(() => null)
      set(({ seen }) => {
        if (!reply) return seen.at === 'shown' ? {} : { seen: { at: 'failed' } }
        return { seen: reply.ok ? { at: 'shown', view: reply.value } : { at: 'refused', refusal: reply.refusal } }
      })
    },
  }))
