import type { Clock, Store, Table, Tx } from '../../ports'

const keptFor = 20_000
const most = 500
/** What stands on everybody's home page and board. Rolls and people are not among them: a roll is frozen from its lists. */
const shown: readonly Table[] = ['topics', 'sessions', 'motions', 'notices']

/**
 * Lists of the whole village and the turnout of a vote are the same for every reader, and every call of the database counts against the
 * month's: this process keeps them for twenty seconds, or until it writes to their table itself. What belongs to one person is asked anew
 * each time, and so is every row by its id: nothing is decided on what is kept here.
 */
export function sharedReads(store: Store, clock: Clock): Store {
  const kept = new Map<string, { readonly table: Table; readonly until: number; readonly answer: Promise<unknown> }>()

  function once<R>(table: Table, question: string, ask: () => Promise<R>): Promise<R> {
    const now = clock.now()
    const known = kept.get(question)
    if (known && known.until > now) return known.answer as Promise<R>
    if (kept.size >= most) kept.clear()
    const answer = ask()
    kept.set(question, { table, until: now + keptFor, answer })
    answer.catch(() => kept.delete(question))
    return answer
  }
  function forget(tables: ReadonlySet<Table>) {
    for (const [question, { table }] of kept) if (tables.has(table)) kept.delete(question)
  }

  return {
    ...store,
    list: (table, query) =>
      shown.includes(table) && isOfAll(query.match)
        ? once(table, JSON.stringify(['list', table, query]), () => store.list(table, query))
        : store.list(table, query),
    count: (table, match) =>
      table === 'marks' || table === 'ballots'
        ? once(table, JSON.stringify(['count', table, match]), () => store.count(table, match))
        : store.count(table, match),
    async commit(work) {
      const written = new Set<Table>()
      try {
        return await store.commit(tx => work(noting(tx, written)))
      } finally {
        // After a failed write too: it may have been done and only its answer lost.
        forget(written)
      }
    },
    async put(table, row) {
      try {
        await store.put(table, row)
      } finally {
        forget(new Set([table]))
      }
    },
    async insertMissing(table, rows) {
      try {
        return await store.insertMissing(table, rows)
      } finally {
        forget(new Set([table]))
      }
    },
  }
}

/** Asked of the village, not of a person: no id but the village's own is in it. */
const isOfAll = (match: object | undefined): boolean =>
  match !== undefined && 'orgId' in match && !('personId' in match) && !('authorId' in match)

const noting = (tx: Tx, written: Set<Table>): Tx => ({
  ...tx,
  insert: (table, row) => {
    written.add(table)
    return tx.insert(table, row)
  },
  put: (table, row) => {
    written.add(table)
    return tx.put(table, row)
  },
  remove: (table, id) => {
    written.add(table)
    return tx.remove(table, id)
  },
})
