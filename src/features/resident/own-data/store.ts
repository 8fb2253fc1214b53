import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import { allOwnParts, ownParts, type OwnPart } from '@/domain/resident/own-data'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type View = Output<'data.view'>
export type Line = Output<'data.part'>['rows'][number]
export interface Shown {
  readonly part: OwnPart
  readonly rows: readonly Line[]
  readonly next: string | null
  readonly more: 'ready' | 'loading' | 'failed'
}

export interface OwnData {
  readonly seen: Looked<View, 'not-a-resident'>
  /** The part that lies open. */
  readonly open: Shown | null
  /** Everything in one text, once it has been gathered. */
  readonly file: { readonly at: 'none' } | { readonly at: 'gathering' } | { readonly at: 'ready'; readonly text: string }
  readonly leaving: 'no' | 'asking' | 'gone'
  readonly said: string | null
  refresh(): Promise<void>
  look(part: OwnPart | null): Promise<void>
  more(): Promise<void>
  gather(): Promise<void>
  /** 注销, or only letting go of this WeChat. */
  leave(how: 'close' | 'unbind'): Promise<void>
  say(words: string | null): void
}

const lost = '网络不好，请再试一次'

export const createOwnData = (call: Client): StoreApi<OwnData> =>
  createStore<OwnData>((set, get) => {
    async function read(part: OwnPart, after?: string): Promise<void> {
      const reply = await call('data.part', after === undefined ? { part } : { part, after }).catch(() => null)
      set(({ open }) => {
        if (open?.part !== part || open.more !== 'loading') return {} // closed, or another one opened meanwhile
        return {
          open: reply?.ok
            ? { part, rows: [...open.rows, ...reply.value.rows], next: reply.value.next, more: 'ready' }
            : { ...open, more: 'failed' },
        }
      })
    }
    return {
      ...looking({ set, get }, () => call('data.view', {}), ['not-a-resident']),
      open: null,
      file: { at: 'none' },
      leaving: 'no',
      said: null,
      say: said => set({ said }),
      async look(part) {
        set({ open: part && { part, rows: [], next: null, more: 'loading' } })
        if (part) await read(part)
      },
      async more() {
        const { open } = get()
        if (!open || open.more === 'loading') return
        set({ open: { ...open, more: 'loading' } })
        await read(open.part, open.next ?? undefined)
      },
      async gather() {
        const { seen, file } = get()
        if (seen.at !== 'shown' || file.at === 'gathering') return
        set({ file: { at: 'gathering' } })
        const text = await everything(call, seen.view)
        set(text === null ? { file: { at: 'none' }, said: lost } : { file: { at: 'ready', text } })
      },
      async leave(how) {
        if (get().leaving !== 'no') return
        set({ leaving: 'asking' })
        const reply = await (how === 'close' ? call('data.close', { sure: '注销' }) : call('me.unbind', {})).catch(() => null)
        set(
          reply?.ok
            ? { leaving: 'gone' }
            : { leaving: 'no', said: reply ? refusalWords[reply.refusal] : '网络不好，不知道办好了没有，请再试一次' },
        )
      },
    }
  })

/** All parts to their ends; null where one did not get through: half is not all. */
async function everything(call: Client, view: View): Promise<string | null> {
  const parts: Record<string, Line[]> = {}
  for (const part of allOwnParts) {
    const rows: Line[] = (parts[ownParts[part]] = [])
    let after: string | undefined
    do {
      const reply = await call('data.part', after === undefined ? { part } : { part, after }).catch(() => null)
      if (!reply?.ok) return null
      rows.push(...reply.value.rows)
      after = reply.value.next ?? undefined
    } while (after !== undefined)
  }
  return JSON.stringify({ 我: view, ...parts }, null, 2)
}
