import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type HallView = Output<'session.hall'>

export interface Hall {
  readonly seen: Looked<HallView, Refusal<'session.hall'>>
  refresh(): Promise<void>
}

/** The screen on the hall's wall. */
export const createHall = (id: string, call: Client): StoreApi<Hall> =>
  createStore<Hall>((set, get) => looking({ set, get }, () => call('session.hall', { id })))
