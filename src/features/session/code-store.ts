import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type Asked = Input<'code.view'>

export interface CodePage {
  readonly seen: Looked<Output<'code.view'>, Refusal<'code.view'>>
  refresh(): Promise<void>
}

/** One code to print. */
export const createCode = (asked: Asked, call: Client): StoreApi<CodePage> =>
  createStore<CodePage>((set, get) => looking({ set, get }, () => call('code.view', asked)))
