import { createStore } from 'zustand/vanilla'
import type { Client } from '@/platform/talk-to-server/client'
import { asInput, emptyDraft, isEmpty, type Draft } from './draft'

// Not complete: only what lies on this phone.
export type Drafts = { readonly at: 'loading' } | { readonly at: 'shown'; readonly drafts: readonly Draft[]; readonly complete: boolean }

export interface DraftList {
  readonly list: Drafts
  load(): Promise<void>
  discard(id: string): Promise<void>
}

interface Drawer {
  all(): readonly Draft[]
  keep(draft: Draft): void
  drop(id: string): void
}

/**
 * What this phone and the server keep, each draft once. Words typed here and not yet taken by the server always win; otherwise the server's
 * are taken if it took them later, from another phone. The phone's clock and the server's are never compared.
 */
export function merged(here: readonly Draft[], there: readonly Draft[]): readonly Draft[] {
  const byId = new Map(there.map(draft => [draft.id, draft]))
  for (const draft of here) {
    const theirs = byId.get(draft.id)
    if (!theirs || draft.dirty || draft.sent || (theirs.savedAt ?? 0) <= (draft.savedAt ?? 0)) byId.set(draft.id, draft)
  }
  // The words of a returned topic being mended lie in the same drawer; they belong to its page.
  return [...byId.values()].filter(draft => !draft.mending && !isEmpty(draft)).sort((a, b) => b.touchedAt - a.touchedAt)
}

/** The server's drafts as the phone keeps them; `guest`: the village does not know this person; null: no answer. */
export async function fromServer(call: Client): Promise<readonly Draft[] | 'guest' | null> {
  const reply = await call('draft.list', {}).catch(() => null)
  if (!reply?.ok) return reply?.refusal === 'not-a-resident' ? 'guest' : null
  return reply.value.drafts.map(
    ({ id, savedAt, category, photoIds, showName, ...words }): Draft => ({
      ...emptyDraft(id),
      words,
      category,
      photoIds,
      showName,
      touchedAt: savedAt,
      savedAt,
    }),
  )
}

/** What was typed without a network goes to the server now; what does not get there stays in the drawer as it is. */
async function sendKept(call: Client, drawer: Drawer) {
  for (const draft of drawer.all().filter(({ dirty, mending, sent }) => dirty && !mending && !sent)) {
    const reply = await call('draft.save', asInput(draft)).catch(() => null)
    if (reply === null) return
    if (reply.ok) drawer.keep({ ...draft, dirty: false, savedAt: reply.value.savedAt })
  }
}

export const createDraftList = (call: Client, drawer: Drawer) =>
  createStore<DraftList>((set, get) => {
    return {
      list: { at: 'loading' },
      async load() {
        const { list } = get()
        const here = merged(drawer.all(), [])
        if (list.at === 'loading' && here.length > 0) set({ list: { at: 'shown', drafts: here, complete: false } })
        await sendKept(call, drawer)
        const there = await fromServer(call)
        set({ list: { at: 'shown', drafts: merged(drawer.all(), Array.isArray(there) ? there : []), complete: there !== null } })
      },
      async discard(id) {
        drawer.drop(id)
        const { list } = get()
        if (list.at === 'shown') set({ list: { ...list, drafts: list.drafts.filter(draft => draft.id !== id) } })
        await call('draft.discard', { id }).catch(() => null)
      },
    }
  })
