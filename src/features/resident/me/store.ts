import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type MeView = Output<'me.view'>

export interface Me {
  readonly seen: Looked<MeView>
  refresh(): Promise<void>
}

/** Who this is, and which village. */
export const createMe = (call: Client): StoreApi<Me> => createStore<Me>((set, get) => looking({ set, get }, () => call('me.view', {}), []))
