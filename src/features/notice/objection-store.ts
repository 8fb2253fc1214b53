import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

/** What was written so far, and the key under which it will be filed: sent twice, it is one objection. */
export interface ObjectionDraft {
  readonly objectionId: string
  readonly reason: string
}
export interface ObjectionDrafts {
  of(topicId: string): ObjectionDraft | null
  keep(topicId: string, draft: ObjectionDraft): void
  drop(topicId: string): void
}

export type Objecting =
  | { readonly at: 'closed' }
  | { readonly at: 'writing' }
  | { readonly at: 'sending' }
  | { readonly at: 'refused'; readonly refusal: Refusal<'objection.file'> }
  | { readonly at: 'unsure' }
  | { readonly at: 'filed'; readonly until: number }

export interface Objection {
  readonly objecting: Objecting
  readonly reason: string
  open(): void
  close(): void
  write(reason: string): void
  file(): Promise<void>
}

export interface ObjectionTools {
  readonly call: Client
  readonly drafts: ObjectionDrafts
  draw(): string | Promise<string>
}

/** An objection to a posting, kept as it is typed. */
export function createObjection(topicId: string, { call, drafts, draw }: ObjectionTools): StoreApi<Objection> {
  return createStore<Objection>((set, get) => ({
    objecting: { at: 'closed' },
    reason: drafts.of(topicId)?.reason ?? '',
    open: () => set(({ objecting }) => (objecting.at === 'closed' || objecting.at === 'filed' ? { objecting: { at: 'writing' } } : {})),
    close: () => set(({ objecting }) => (objecting.at === 'sending' ? {} : { objecting: { at: 'closed' } })),
    write(reason) {
      drafts.keep(topicId, { objectionId: drafts.of(topicId)?.objectionId ?? '', reason })
      set({ reason, objecting: { at: 'writing' } })
    },
    async file() {
      const { objecting, reason } = get()
      if (objecting.at === 'sending' || objecting.at === 'closed' || objecting.at === 'filed') return
      set({ objecting: { at: 'sending' } })
      try {
        const objectionId = drafts.of(topicId)?.objectionId || (await draw())
        drafts.keep(topicId, { objectionId, reason })
        const reply = await call('objection.file', { id: topicId, objectionId, reason })
        if (!reply.ok) return set({ objecting: { at: 'refused', refusal: reply.refusal } })
        drafts.drop(topicId)
        set({ objecting: { at: 'filed', until: reply.value.until }, reason: '' })
      } catch {
        set({ objecting: { at: 'unsure' } })
      }
    },
  }))
}
