import { keptUntil, type Swept } from '@/domain/resident/retention'
import type { Ports, Store } from '../../ports'

/** At most so many of each in one sweep: the rest waits for the next. */
export const sweptAtOnce = 100

/** Takes away what has been kept as long as it may be. Each commit is whole by itself; a sweep cut off or run twice does no harm. */
export async function sweepPast({ store, clock }: Ports, goOn: () => boolean): Promise<void> {
  for (const [table, past] of Object.entries(pastRows) as [Row, Past][]) {
    if (!goOn()) return
    const ids = await past(store, keptUntil(table, clock.now()))
    if (ids.length > 0)
      await store.commit(async tx => {
        for (const id of ids) if (await tx.get(table, id)) await tx.remove(table, id)
      })
  }
}

/** Drafts have pictures and go by a way of their own. */
type Row = Exclude<Swept, 'drafts'>
type Past = (store: Store, until: number) => Promise<readonly string[]>
const pastRows: Record<Row, Past> = {
  codeTries: async (store, until) => idsOf((await store.list('codeTries', { order: { by: 'since' }, until, limit: sweptAtOnce })).rows),
  bindCodes: async (store, until) => idsOf((await store.list('bindCodes', { order: { by: 'until' }, until, limit: sweptAtOnce })).rows),
  messages: async (store, until) => idsOf((await store.list('messages', { order: { by: 'at' }, until, limit: sweptAtOnce })).rows),
  registerDeeds: async (store, until) =>
    idsOf((await store.list('registerDeeds', { order: { by: 'at' }, until, limit: sweptAtOnce })).rows),
  corrections: async (store, until) => idsOf((await store.list('corrections', { order: { by: 'at' }, until, limit: sweptAtOnce })).rows),
  rollDisputes: async (store, until) => idsOf((await store.list('rollDisputes', { order: { by: 'at' }, until, limit: sweptAtOnce })).rows),
  contacts: unusedContacts,
}
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(row => row.id)

/**
 * A number that is used to know somebody by is not past; those in use stand before the others for years, so all of them are looked through.
 */
async function unusedContacts(store: Store, until: number): Promise<readonly string[]> {
  let after: string | undefined
  do {
    const page = await store.list('contacts', { order: { by: 'at' }, until, limit: 500, after })
    const used = new Set(idsOf(await store.getMany('bindings', idsOf(page.rows))))
    const unused = idsOf(page.rows).filter(id => !used.has(id))
    if (unused.length > 0) return unused.slice(0, sweptAtOnce)
    after = page.next ?? undefined
  } while (after !== undefined)
  return []
}
