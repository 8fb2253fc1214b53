import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type NoticeView = Output<'notice.view'>

export interface NoticeScreen {
  readonly seen: Looked<NoticeView, Refusal<'notice.view'>>
  refresh(): Promise<void>
}

/** One notice, with what it rests on. */
export const createNotice = (id: string, call: Client): StoreApi<NoticeScreen> =>
  createStore<NoticeScreen>((set, get) => looking({ set, get }, () => call('notice.view', { id })))
