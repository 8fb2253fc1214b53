import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { joined, leafing, type After, type Leafed } from '@/platform/talk-to-server/looking'

type View = Output<'notice.list'>
export type Board = Input<'notice.list'>['board']
export type NoticeCard = View['notices'][number]

export interface NoticeList {
  readonly board: Board
  readonly seen: Leafed<View>
  show(board: Board): Promise<void>
  refresh(): Promise<void>
  more(): Promise<void>
}

/** The village's board, newest first. */
export const createNoticeList = (call: Client): StoreApi<NoticeList> =>
  createStore<NoticeList>((set, get) => {
    const list = leafing(
      { set, get },
      (after: After) => call('notice.list', { board: get().board, ...after }),
      (view, further) => ({ ...view, notices: joined(view.notices, further.notices) }),
      { tells: [] },
    )
    return {
      ...list,
      board: 'all',
      async show(board) {
        if (board === get().board) return
        set({ board })
        await list.anew()
      },
    }
  })
