import { KeyTaken, Overtaken, type Store, type Table, type Tx } from '../../ports'
import { drafting, type Draft, type Read, type Seen, type Write } from '../draft'
import type { CloudDatabase, CloudDocs, CloudTransaction } from './database'
import { dataIn, documentIn, isId, mark, rowFrom } from './document'
import { asError, isConflict, isDuplicate } from './faults'

const mostTries = 20

/** Another transaction wrote what this one touches; the commit runs again. */
class Met extends Error {}

/**
 * Transactions here are snapshots, which guard only what is written: two that each read what the other writes would both go through. So a
 * commit also marks every row that it only read, and puts in and takes out again every row that it looked for in vain; then of any two
 * commits that touch one row, one is refused. The mark is another each time, since a write that changes nothing is no write. A refused
 * commit runs again after a moment that nobody can foresee. An answer that was lost is an unknown outcome and thrown on: whoever asked asks
 * again, and the keys forbid twice.
 */
export function committerOn(db: CloudDatabase): Store['commit'] {
  return async work => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const done = await attempt(db, work)
      if (done) return done.result
      await new Promise(resolve => {
        setTimeout(resolve, Math.random() * Math.min(400, 8 * 2 ** tries))
      })
    }
    throw new Overtaken(`A commit was overtaken ${mostTries} times`)
  }
}

async function attempt<R>(db: CloudDatabase, work: (tx: Tx) => Promise<R>): Promise<{ readonly result: R } | null> {
  const cloud = transactionOn(db)
  // The first row is read before there is a transaction: a work that needs no more, or only puts in the row it missed, is then one request.
  let first: { readonly table: Table; readonly id: string } | null = null
  const { tx, draft } = drafting({
    async see(table, id) {
      if (!isId(id)) return undefined
      if (first) return cloud.ask(docs => seen(docs, table, id))
      first = { table, id }
      return met(seen(db, table, id))
    },
  })
  try {
    const result = await work(tx)
    const { reads, writes } = storable(draft())
    if (writes.length === 0 && reads.length < 2) return { result }
    if (!cloud.begun && (await writtenAlone(db, reads, writes))) return { result }
    const outside = reads.find(read => read.table === first?.table && read.id === first.id)
    // A row found before the transaction must be the same inside it. A row not found is put in by a step, which fails if it came meanwhile.
    if (outside && (outside.version !== null || writes.length === 0) && !(await cloud.ask(docs => still(docs, outside)))) throw new Met()
    for (const step of stepsOf(reads, writes)) await cloud.ask(docs => taken(step, docs))
    if (writes.length > 0) await cloud.commit()
    else await cloud.giveUp()
    return { result }
  } catch (fault) {
    await cloud.giveUp()
    if (fault instanceof Met) return null
    throw fault
  }
}

const storable = ({ reads, writes }: Draft): Draft => ({
  reads: reads.filter(({ id }) => isId(id)),
  writes: writes.filter(({ id }) => isId(id)),
})

/** A transaction that begins with its first request and hears one at a time. */
function transactionOn(db: CloudDatabase) {
  let started: Promise<CloudTransaction> | null = null,
    line: Promise<unknown> = Promise.resolve(),
    done = false
  return {
    get begun() {
      return started !== null
    },
    ask<R>(request: (docs: Docs) => Promise<R>): Promise<R> {
      const asked = line.then(async () => met(request(await (started ??= db.startTransaction()))))
      line = asked.catch(() => undefined)
      return asked
    },
    async commit() {
      const tx = await started
      if (tx) await met(tx.commit())
      done = true
    },
    /** Ends the transaction, or others would wait for the rows it holds. Where a commit was done and its answer lost, nothing happens. */
    async giveUp() {
      if (done || !started) return
      done = true
      try {
        await (await started).rollback()
      } catch {
        /* It is over already, or ends by itself in time. */
      }
    },
  }
}
interface Docs {
  collection(name: string): CloudDocs
}

async function met<R>(asking: Promise<R>): Promise<R> {
  try {
    return await asking
  } catch (fault) {
    throw isConflict(fault) ? new Met() : fault instanceof KeyTaken || fault instanceof Met ? fault : asError(fault)
  }
}

async function seen(docs: Docs, table: Table, id: string): Promise<Seen | undefined> {
  const { data } = await docs.collection(table).doc(id).get()
  if (!data) return undefined
  const json = JSON.stringify(rowFrom(data))
  return { json, version: json }
}
const still = async (docs: Docs, { table, id, version }: Read) => ((await seen(docs, table, id))?.version ?? null) === version

/** Writes without a transaction where the draft is one row, of which was read at most that it is missing: one write is whole by itself. */
async function writtenAlone(db: CloudDatabase, reads: Draft['reads'], writes: Draft['writes']): Promise<boolean> {
  const [write, ...others] = writes,
    looked = reads.length > 0
  if (!write || others.length > 0 || reads.some(read => read.version !== null || placeOf(read) !== placeOf(write))) return false
  if ((write.kind === 'insert' && write.json === null) || (write.kind === 'remove' && looked)) return false
  await met(
    taken(
      {
        kind: looked && write.kind === 'put' ? 'insert' : write.kind,
        table: write.table,
        id: write.id,
        json: write.kind === 'remove' ? null : write.json,
        looked,
      },
      db,
    ),
  )
  return true
}

interface Step {
  readonly kind: 'mark' | 'hold' | 'insert' | 'put' | 'remove'
  readonly table: Table
  readonly id: string
  readonly json: string | null
  readonly looked: boolean
}

/** Rows that were there first, by table and id: two commits then meet at their first step and on the same row, and waste the least. */
function stepsOf(reads: Draft['reads'], writes: Draft['writes']): Step[] {
  if (writes.length === 0) return []
  const written = new Set(writes.map(placeOf)),
    missed = new Set(reads.filter(read => read.version === null).map(placeOf))
  const guards = reads
    .filter(read => !written.has(placeOf(read)))
    .map(({ table, id, version }): Step => ({ kind: version === null ? 'hold' : 'mark', table, id, json: null, looked: true }))
  const steps = writes.map((write): Step => {
    const { table, id } = write,
      looked = missed.has(placeOf(write)),
      json = write.kind === 'remove' ? null : write.json
    const kind = json === null ? (looked || write.kind === 'insert' ? 'hold' : 'remove') : looked ? 'insert' : write.kind
    return { kind, table, id, json, looked }
  })
  return [...guards, ...steps].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (placeOf(a) < placeOf(b) ? -1 : 1))
}
const order: readonly Step['kind'][] = ['put', 'mark', 'remove', 'insert', 'hold']

async function taken({ kind, table, id, json, looked }: Step, docs: Docs): Promise<void> {
  const there = docs.collection(table)
  if (kind === 'put' && json !== null) await there.doc(id).set({ data: { ...dataIn(json), ...mark() } })
  else if (kind === 'remove') await there.doc(id).remove()
  else if (kind === 'mark') {
    if ((await there.doc(id).update({ data: mark() })).stats.updated !== 1) throw new Met()
  } else {
    try {
      await there.add({ data: json === null ? { _id: id } : documentIn(json) })
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault
      // The key is there now. A work that had looked and not found it was overtaken and runs again; one that never looked is told so.
      throw looked ? new Met() : new KeyTaken(table, id)
    }
    if (kind === 'hold') await there.doc(id).remove()
  }
}

const placeOf = ({ table, id }: Read | Write | Step): string => `${table}\n${id}`
