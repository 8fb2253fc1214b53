import { randomBytes } from 'node:crypto'
import type { Doc } from './query'
import { conflict, Refused } from './refused'

const mostBytes = 512 * 1024
const patience = 5000

interface Transaction {
  readonly id: string
  readonly startedAt: number
  readonly writes: Map<string, { readonly collection: string; readonly id: string; readonly doc: Doc | null }>
  snapshot: number | null
}
interface Past {
  readonly collection: string
  readonly id: string
  readonly until: number
  readonly doc: Doc | null
}

/**
 * The documents of one environment, under snapshot isolation as CloudBase has it: a transaction sees what was there at its first request
 * and its own writes. A write to what another transaction has written, or has committed since, fails at once; two that only read what
 * the other writes both go through. A write that changes nothing is no write and holds nothing, as in MongoDB.
 */
export class Documents {
  private readonly collections = new Map<string, Map<string, Doc>>()
  private readonly transactions = new Map<string, Transaction>()
  private readonly held = new Map<string, string>()
  private past: Past[] = []
  private commits = 0
  private waiting: (() => void)[] = []

  constructor(
    names: readonly string[],
    private readonly mostMs: number,
  ) {
    for (const name of names) this.collections.set(name, new Map())
  }

  get open(): number {
    this.expire()
    return this.transactions.size
  }

  collection(name: string): Map<string, Doc> {
    const there = this.collections.get(name)
    if (!there)
      throw new Refused(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
    return there
  }

  start(): string {
    const id = randomBytes(12).toString('hex')
    this.transactions.set(id, { id, startedAt: performance.now(), writes: new Map(), snapshot: null })
    return id
  }

  /** One document, as the transaction sees it. */
  read(name: string, id: string, transactionId?: string): Doc | null {
    const current = this.collection(name).get(id) ?? null
    if (transactionId === undefined) return current
    const tx = this.transaction(transactionId)
    const own = tx.writes.get(keyOf(name, id))
    if (own) return own.doc
    const later = this.past.find(one => one.collection === name && one.id === id && one.until > tx.snapshot!)
    return later ? later.doc : current
  }

  /** Writes one document; null takes it away. Outside a transaction it waits for whoever holds the document. */
  async write(name: string, id: string, doc: Doc | null, kind: 'insert' | 'replace', transactionId?: string): Promise<void> {
    if (doc && Buffer.byteLength(JSON.stringify(doc)) > mostBytes)
      throw new Refused('DATABASE_REQUEST_FAILED', `document of ${name} is larger than 512 KB`)
    const key = keyOf(name, id)
    if (transactionId === undefined) {
      for (const since = performance.now(); this.holder(key) !== undefined; ) {
        if (performance.now() - since > patience) throw new Refused('DATABASE_TIMEOUT', 'the document stayed locked by a transaction')
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, 50)
          this.waiting.push(() => {
            clearTimeout(timer)
            resolve()
          })
        })
      }
      if (kind === 'insert' && this.collection(name).has(id)) throw duplicate(name, id)
      this.settle([{ collection: name, id, doc }])
      return
    }
    const tx = this.transaction(transactionId),
      before = this.read(name, id, transactionId)
    if (kind === 'insert' && before !== null) {
      this.end(tx)
      throw duplicate(name, id)
    }
    if (JSON.stringify(before) === JSON.stringify(doc)) return
    const holder = this.holder(key)
    const overtaken = this.past.some(one => one.collection === name && one.id === id && one.until > tx.snapshot!)
    if (overtaken || (holder !== undefined && holder !== tx.id)) {
      this.end(tx)
      throw conflict()
    }
    this.held.set(key, tx.id)
    tx.writes.set(key, { collection: name, id, doc })
  }

  commit(transactionId: string): void {
    const tx = this.transaction(transactionId)
    this.settle([...tx.writes.values()])
    this.end(tx)
  }

  abort(transactionId: string): void {
    this.end(this.transaction(transactionId))
  }

  /** The server has given the transaction up. */
  forget(transactionId: string): void {
    const tx = this.transactions.get(transactionId)
    if (tx) this.end(tx)
  }

  /** Rows put there by nobody, before the story begins. */
  seed(name: string, docs: readonly Doc[]): void {
    const there = this.collection(name)
    for (const doc of docs) there.set(doc._id, doc)
  }

  private settle(writes: readonly { readonly collection: string; readonly id: string; readonly doc: Doc | null }[]): void {
    this.commits += 1
    for (const { collection, id, doc } of writes) {
      const there = this.collection(collection)
      if (this.transactions.size > 0) this.past.push({ collection, id, until: this.commits, doc: there.get(id) ?? null })
      if (doc) there.set(id, doc)
      else there.delete(id)
    }
  }

  private transaction(id: string): Transaction {
    this.expire()
    const tx = this.transactions.get(id)
    if (!tx)
      throw new Refused(
        'DATABASE_TRANSACTION_FAIL',
        `[OperationDenied.TransactionNotExist] Transaction ${id} does not exist or has timed out`,
      )
    tx.snapshot ??= this.commits
    return tx
  }

  private holder(key: string): string | undefined {
    this.expire()
    return this.held.get(key)
  }

  private expire(): void {
    const now = performance.now()
    for (const tx of this.transactions.values()) {
      if (now - tx.startedAt <= this.mostMs) return
      this.end(tx)
    }
  }

  private end(tx: Transaction): void {
    this.transactions.delete(tx.id)
    for (const key of tx.writes.keys()) this.held.delete(key)
    const oldest = Math.min(...[...this.transactions.values()].map(other => other.snapshot ?? this.commits))
    this.past = this.past.filter(one => one.until > oldest)
    const { waiting } = this
    this.waiting = []
    for (const go of waiting) go()
  }
}

const keyOf = (collection: string, id: string) => `${collection}\n${id}`
const duplicate = (collection: string, id: string) =>
  new Refused(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] E11000 duplicate key error collection: tnt.${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`,
  )
