import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type WallView = Output<'session.hall'>

export interface WallState {
  readonly seen: Looked<WallView, Refusal<'session.hall'>>
  refresh(): Promise<void>
}

/** The screen on the hall's wall. */
export const createWall = (id: string, call: Client): StoreApi<WallState> =>
  createStore<WallState>((set, get) => looking({ set, get }, () => call('session.hall', { id })))
