import type { Ports, Store } from '../ports'

const atOnce = 50

/** What a person who closed their account left lying about: drafts, messages, nods, what they signed up for. Cut off, it goes on with what is left. */
export async function clearClosed({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  const { rows } = await store.list('closures', { match: { doneAt: null }, order: { by: 'at' }, limit: 20 })
  for (const closure of rows) {
    for (const left of lists) while (await clearSome(store, left, closure.id)) if (!goOn()) return
    await store.put('closures', { ...closure, doneAt: clock.now() })
  }
}

type Left = (store: Store, personId: string) => Promise<{ readonly table: 'drafts' | 'messages' | 'reactions' | 'signUps' | 'corrections'; readonly ids: readonly string[] }>
const lists: readonly Left[] = [
  async (store, ownerId) => ({ table: 'drafts', ids: idsOf((await store.list('drafts', { match: { ownerId }, order: { by: 'savedAt' }, limit: atOnce })).rows) }),
  async (store, personId) => ({ table: 'messages', ids: idsOf((await store.list('messages', { match: { personId }, order: { by: 'at' }, limit: atOnce })).rows) }),
  async (store, personId) => ({ table: 'reactions', ids: idsOf((await store.list('reactions', { match: { personId }, limit: atOnce })).rows) }),
  async (store, personId) => ({ table: 'signUps', ids: idsOf((await store.list('signUps', { match: { personId }, order: { by: 'at' }, limit: atOnce })).rows) }),
  async (store, personId) => ({ table: 'corrections', ids: idsOf((await store.list('corrections', { match: { personId }, order: { by: 'at' }, limit: atOnce })).rows) }),
]
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(row => row.id)

/** Whether there was any. */
async function clearSome(store: Store, left: Left, personId: string): Promise<boolean> {
  const { table, ids } = await left(store, personId)
  if (ids.length === 0) return false
  await store.commit(async tx => { for (const id of ids) if (await tx.get(table, id)) await tx.remove(table, id) })
  return true
}
