import { KeyTaken, Overtaken, type Row, type Store, type Table, type Tx } from '../ports'
import { fromJson, toJson } from './rows'

/** A row as a commit saw it. The version differs whenever the row was written in between. */
export interface Seen {
  readonly json: string
  readonly version: string
}

/** `insert` with `json: null`: one commit puts the row in and takes it out again; nothing is left of it, but its key must be free. */
export type Write =
  | { readonly kind: 'insert'; readonly table: Table; readonly id: string; readonly json: string | null }
  | { readonly kind: 'put'; readonly table: Table; readonly id: string; readonly json: string }
  | { readonly kind: 'remove'; readonly table: Table; readonly id: string }

/** The version is null where no row was found. */
export interface Read {
  readonly table: Table
  readonly id: string
  readonly version: string | null
}

/** All that one run of a commit's work read and wants written: each row once. */
export interface Draft {
  readonly reads: readonly Read[]
  readonly writes: readonly Write[]
}

export interface Ledger {
  see(table: Table, id: string): Promise<Seen | undefined>
  /**
   * Writes everything, if all that was read is still so: true. Writes nothing otherwise: false. Throws `KeyTaken` where the key of an
   * insert is there already.
   */
  apply(draft: Draft): Promise<boolean>
}

/** More tries than the worst crowd on one row needs: the retries of one process go one after another and overtake nobody of their own. */
const mostTries = 24

/**
 * Commits as drafts: the work reads what is there and its writes are held back, then the store checks and writes all at one stroke.
 * Nothing is locked while the work waits. Whoever was overtaken runs again, in line with the others who were.
 */
export function committer(ledger: Ledger): Store['commit'] {
  let line: Promise<unknown> = Promise.resolve()

  async function attempt<R>(work: (tx: Tx) => Promise<R>): Promise<{ readonly result: R } | null> {
    const { tx, draft } = drafting(ledger)
    const result = await work(tx)
    const { reads, writes } = draft()
    // A work that wrote nothing and read one row saw a state that really was. Two rows may be of two instants and must be checked.
    const settled = (writes.length === 0 && reads.length < 2) || (await ledger.apply({ reads, writes }))
    return settled ? { result } : null
  }

  async function insist<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    for (let tries = 1; tries < mostTries; tries += 1) {
      const done = await attempt(work)
      if (done) return done.result
      // Only another process can have overtaken us here. Waiting a random moment keeps the two from meeting again at the next try.
      await new Promise(resolve => {
        setTimeout(resolve, Math.random() * Math.min(200, 2 ** tries))
      })
    }
    throw new Overtaken(`A commit was overtaken ${mostTries} times`)
  }

  return async work => {
    const done = await attempt(work)
    if (done) return done.result
    const turn = line.then(() => insist(work))
    line = turn.catch(() => undefined)
    return turn
  }
}

/** One run of a commit's work: each row is asked for once, and what it would write is held back. */
export function drafting(ledger: Pick<Ledger, 'see'>): { readonly tx: Tx; readonly draft: () => Draft } {
  const reads = new Map<string, Promise<Seen | undefined>>()
  const seen: Read[] = []
  const writes = new Map<string, Write>()

  function see(table: Table, id: string): Promise<Seen | undefined> {
    const key = keyOf(table, id)
    const before = reads.get(key)
    if (before) return before
    const reading = ledger.see(table, id).then(found => {
      seen.push({ table, id, version: found?.version ?? null })
      return found
    })
    reads.set(key, reading)
    return reading
  }

  const tx: Tx = {
    async get<T extends Table>(table: T, id: string) {
      const write = writes.get(keyOf(table, id))
      const json = write ? (write.kind === 'remove' ? null : write.json) : ((await see(table, id))?.json ?? null)
      return json === null ? undefined : fromJson<T>(json)
    },
    async insert<T extends Table>(table: T, row: Row<T>) {
      const { id } = row,
        key = keyOf(table, id),
        json = toJson(table, row),
        write = writes.get(key)
      if (write?.kind === 'put' || (write?.kind === 'insert' && write.json !== null)) throw new KeyTaken(table, id)
      writes.set(key, { kind: write?.kind === 'remove' ? 'put' : 'insert', table, id, json })
    },
    async put<T extends Table>(table: T, row: Row<T>) {
      const { id } = row,
        key = keyOf(table, id)
      writes.set(key, { kind: writes.get(key)?.kind === 'insert' ? 'insert' : 'put', table, id, json: toJson(table, row) })
    },
    async remove(table, id) {
      const key = keyOf(table, id)
      writes.set(key, writes.get(key)?.kind === 'insert' ? { kind: 'insert', table, id, json: null } : { kind: 'remove', table, id })
    },
  }
  return { tx, draft: () => ({ reads: seen, writes: [...writes.values()] }) }
}

const keyOf = (table: Table, id: string) => `${table}\n${id}`
