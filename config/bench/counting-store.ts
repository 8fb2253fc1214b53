import type { Store, Tx } from '../../cloudfunctions/ports'

/** What a piece of work asked of the store, by row. What a store does inside itself to keep its promises is its own affair. */
export interface Asked {
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly commits: number
}

export interface CountingStore {
  readonly store: Store
  /** What was asked while this was done. */
  during(work: () => Promise<unknown>): Promise<Asked>
}

export function countingStore(inner: Store): CountingStore {
  let reads: string[] = [],
    writes: string[] = [],
    commits = 0
  const read = (table: string, what: string) => {
    reads.push(`${table} ${what}`)
  }
  const write = (table: string, id: string) => {
    writes.push(`${table} ${id}`)
  }
  const seen = (tx: Tx): Tx => ({
    get: (table, id) => {
      read(table, id)
      return tx.get(table, id)
    },
    insert: (table, row) => {
      write(table, row.id)
      return tx.insert(table, row)
    },
    put: (table, row) => {
      write(table, row.id)
      return tx.put(table, row)
    },
    remove: (table, id) => {
      write(table, id)
      return tx.remove(table, id)
    },
  })
  const store: Store = {
    get: (table, id) => {
      read(table, id)
      return inner.get(table, id)
    },
    getMany: (table, ids) => {
      read(table, `${ids.length} rows`)
      return inner.getMany(table, ids)
    },
    list: (table, query) => {
      read(table, 'a page')
      return inner.list(table, query)
    },
    count: (table, match) => {
      read(table, 'a count')
      return inner.count(table, match)
    },
    countBy: (table, field, values, match) => {
      read(table, 'counts')
      return inner.countBy(table, field, values, match)
    },
    commit: work => {
      commits += 1
      return inner.commit(tx => work(seen(tx)))
    },
    put: (table, row) => {
      write(table, row.id)
      return inner.put(table, row)
    },
    insertMissing: (table, rows) => {
      for (const row of rows) write(table, row.id)
      return inner.insertMissing(table, rows)
    },
    close: () => inner.close(),
  }
  return {
    store,
    async during(work) {
      reads = []
      writes = []
      commits = 0
      await work()
      return { reads, writes, commits }
    },
  }
}
