import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type Board = Input<'notice.list'>['board']
export type NoticeCard = Output<'notice.list'>['notices'][number]
export type Listed =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | {
      readonly at: 'shown'
      readonly notices: readonly NoticeCard[]
      readonly now: number
      readonly next: string | null
      readonly more: 'ready' | 'loading' | 'failed'
    }

export interface NoticeList {
  readonly board: Board
  readonly listed: Listed
  show(board: Board): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** The village's board, newest first. */
export function createNoticeList(call: Client): StoreApi<NoticeList> {
  return createStore<NoticeList>((set, get) => ({
    board: 'all',
    listed: { at: 'loading' },
    async show(board) {
      if (board === get().board) return
      set({ board, listed: { at: 'loading' } })
      await get().refresh()
    },
    async refresh() {
      const { board } = get()
      const reply = await call('notice.list', { board }).catch(() => null)
      set(state => {
        if (state.board !== board) return {}
        if (!reply?.ok) return state.listed.at === 'shown' ? {} : { listed: { at: 'failed' } }
        return { listed: { at: 'shown', ...reply.value, more: 'ready' } }
      })
    },
    async more() {
      const { board, listed } = get()
      if (listed.at !== 'shown' || listed.next === null || listed.more === 'loading') return
      set({ listed: { ...listed, more: 'loading' } })
      const reply = await call('notice.list', { board, after: listed.next }).catch(() => null)
      set(state => {
        // Meanwhile refreshed, or another board is open: what came belongs to neither.
        if (state.board !== board || state.listed.at !== 'shown' || state.listed.next !== listed.next) return {}
        if (!reply?.ok) return { listed: { ...state.listed, more: 'failed' } }
        return {
          listed: {
            at: 'shown',
            notices: [...state.listed.notices, ...reply.value.notices],
            now: reply.value.now,
            next: reply.value.next,
            more: 'ready',
          },
        }
      })
    },
  }))
}
